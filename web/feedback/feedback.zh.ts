import { FEEDBACK_KINDS, type FeedbackShow } from '#domain/feedback/feedback.ts'
import { labelsFor } from '#domain/glossary.ts'

const shows: Record<FeedbackShow, string> = { open: '待答复', answered: '已答复', all: '全部' }

/** Words of complaints and suggestions. */
export const feedbackZh = {
  title: '投诉建议',
  note: '写给督查室，只有督查室和您本人看得到；答复发到您的消息里',
  officeNote: '大家写来的投诉和建议，逐条答复一次，答复发到本人消息里',
  write: '写投诉建议',
  writeTitle: '写给督查室',
  kinds: labelsFor(FEEDBACK_KINDS, 'zh'),
  kind: '类别',
  everyKind: '投诉和建议',
  shows,
  showsLabel: '答复了没有',
  text: '内容',
  textHint: '几句话说清是什么事、希望怎么改。不要写涉密内容。',
  task: '关于哪项任务',
  taskHint: '不关任务的事，不用选。',
  aboutTask: '就此投诉建议',
  send: '交督查室',
  sent: '已交督查室，答复会发到您的消息里。',
  wroteOn: (name: string, unit: string | null, on: string) => `${unit ? `${unit} ` : ''}${name}，${on}`,
  waited: (days: number) => (days === 0 ? '今天写来' : `等了 ${days} 个工作日`),
  about: '关于',
  answer: '答复',
  answerHint: '一两句话：怎么处理了，或者为什么这样。发出后不能改。',
  answerTo: (name: string) => `答复${name}`,
  sendAnswer: '发出答复',
  answered: (by: string, on: string) => `${by}，${on} 答复`,
  notYet: '督查室还没有答复。',
  all: '全部投诉建议',
  more: '再看后面的',
  emptyTitle: '还没有投诉建议',
  empty: '发现哪里不对、有更好的办法，写一句话就行。',
  emptyOfficeTitle: '没有这样的投诉建议',
  emptyOffice: '有人写来时，会出现在这里和工作台上。',
}
export type FeedbackText = typeof feedbackZh
