/** Ways in which asking the site's model says no. */
export const MODEL_REFUSALS = {
  model_absent: {
    status: 409,
    zh: '本系统没有接入模型。疑点请直接答复。',
    en: 'No model is set up here. Please answer the doubts yourself.',
  },
  model_restricted: {
    status: 409,
    zh: '文件标有密级或“内部”字样，内容不发给模型。疑点请直接答复。',
    en: 'The document is marked as secret or internal, so nothing of it is sent to the model. Please answer the doubts yourself.',
  },
  model_nothing_to_ask: {
    status: 422,
    zh: '这一项没有可以问模型的疑点：人名，以及对应已有任务的行，不发给模型。',
    en: 'There is no doubt here that a model is asked: people’s names, and rows about existing tasks, are not sent.',
  },
  model_failed: {
    status: 422,
    zh: '模型没有给出可用的答复（{reason}）。可以再试，也可直接答复疑点。',
    en: 'The model gave no usable answer ({reason}). Try again, or answer the doubts yourself.',
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>
