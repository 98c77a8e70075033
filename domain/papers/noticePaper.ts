import type { Paper } from './paper.ts'
import { paperDay } from './standard.ts'

/** What a supervision notice says (督办单), from the facts of the moment it was issued. */
export type NoticeFacts = {
  organization: string
  /** The office that issues it: 督查室. */
  office: string
  number: string
  level: 'blue' | 'yellow' | 'red'
  unit: string
  supportingUnits: readonly string[]
  leader: string | null
  task: { code: string; title: string; source: string; originalDueOn: string; currentDueOn: string }
  /** Why it is issued: the reason of the light, a sentence. */
  reason: string
  /** What is asked, a sentence. */
  demand: string
  answerBy: string
  issuedOn: string
  copyTo: readonly string[]
}

const LEVELS = { blue: '蓝色', yellow: '黄色', red: '红色' } as const

/** The notice as a paper, with its return slip (DOMAIN: 督办通知单 fields). Papers are official and in Chinese. */
export function noticePaper(facts: NoticeFacts): Paper {
  const { organization, office, task, unit, issuedOn } = facts
  const issuer = `${organization}${office}`
  return {
    head: { mark: `${issuer}督办通知单`, number: facts.number },
    blocks: [
      { kind: 'title', text: `关于“${task.title}”的${LEVELS[facts.level]}督办通知` },
      { kind: 'addressee', text: unit },
      { kind: 'heading', level: 1, text: '一、督办事项' },
      { kind: 'table', rows: matterRows(facts) },
      { kind: 'heading', level: 1, text: '二、督办事由' },
      { kind: 'paragraph', text: facts.reason },
      { kind: 'heading', level: 1, text: '三、办理要求' },
      { kind: 'paragraph', text: facts.demand },
      {
        kind: 'paragraph',
        text: `请于${paperDay(facts.answerBy)}前书面答复${issuer}，写明原因、措施、责任人和完成时间，由主要负责同志签字。`,
      },
      { kind: 'signature', office: issuer, on: issuedOn },
      { kind: 'heading', level: 1, text: '签收回执' },
      {
        kind: 'table',
        rows: [
          ['签收单位', unit],
          ['签收人', ''],
          ['签收时间', '      年    月    日    时'],
        ],
      },
    ],
    foot: { copyTo: facts.copyTo, printedBy: issuer, printedOn: issuedOn },
  }
}

function matterRows({ task, unit, supportingUnits, leader }: NoticeFacts): [string, string][] {
  const { originalDueOn, currentDueOn } = task
  const extended = currentDueOn === originalDueOn ? '' : `（经批准延至${paperDay(currentDueOn)}）`
  return [
    ['任务编号', task.code],
    ['任务内容', task.title],
    ['任务来源', task.source],
    ['牵头单位', unit],
    ['配合单位', supportingUnits.length > 0 ? supportingUnits.join('、') : '无'],
    ['分管领导', leader ?? '未确定'],
    ['完成时限', `${paperDay(originalDueOn)}${extended}`],
  ]
}
