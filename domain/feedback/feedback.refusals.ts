/** Ways in which complaints and suggestions say no. */
export const FEEDBACK_REFUSALS = {
  feedback_own: {
    status: 403,
    zh: '这是您自己写的，请督查室的另一位同志答复。',
    en: 'You wrote this yourself. Ask somebody else of the office to answer it.',
  },
  feedback_answered: {
    status: 409,
    zh: '这一条已经有人答复了，答复不能改。请刷新后看。',
    en: 'This has been answered already, and answers stay as they are. Reload to read it.',
  },
} as const
