import type { MeetingNews } from './draft.ts'
import { meetingDay } from './documentDate.ts'
import type { SourceLine } from './source.ts'
import { evenWidth } from '../width.ts'

interface Said {
  readonly text: string
  readonly even: string
}

const MET = /(?:召开|举行|参加(?:了)?会议|出席(?:了)?会议|主持(?:召开)?|参会|列席|参加|陪同)/

/** Who met: the words before 参加会议 or 出席会议, else those between 召开 and the meeting's name. */
function participantsOf(lines: readonly Said[]): string[] {
  const sentences = lines.flatMap(({ text }) => text.split(/[。；]/)).filter((text) => MET.test(text))
  const groups = sentences.flatMap((sentence) => {
    const found =
      /^(.*?)(?:列席|参加|出席|陪同)(?:了)?(?:此次|本次)?(?:会议|联席会议|会|调研|活动|座谈|督导|检查)/.exec(
        evenWidth(sentence),
      )?.[1]
    return found ? splitPeople(sentence.slice(0, found.length)) : []
  })
  const held = sentences.flatMap((sentence) => {
    const found =
      /召开(?:了)?(.{2,30}?)(?:\d{4}年)?(?:第[\u4e00-\u9fff\d]+次)?(?:联席|专题|工作|推进|座谈|碰头|调度)+会/.exec(
        evenWidth(sentence),
      )?.[1]
    return found && /与|和|、/.test(found) && /班子|部门|成员|领导|正职/.test(found) ? splitPeople(found) : []
  })
  return [...new Set([...groups, ...held])]
}

function splitPeople(words: string): string[] {
  const clauses = words.split(/[，,]/).filter((clause) => !/\d+月\d+日|召开|举行|主持/.test(clause))
  return clauses
    .flatMap((clause) => clause.split(/、(?![^（(]*[）)])|与|和(?!谐)/))
    .map((part) => part.replace(/等$/, '').trim())
    .filter((part) => part.length >= 2 && part.length <= 40)
}

/** Quoted phrases of one length that are listed together: “党建领区、工业强区、…”. */
function pillarsOf(lines: readonly Said[]): string[] {
  for (const { text } of lines) {
    for (const quoted of text.matchAll(/[“"「]([^”"」]{8,120})[”"」]/g)) {
      const parts = (quoted[1] ?? '').split(/[、，,；;]/).map((part) => part.trim())
      const length = parts[0]?.length ?? 0
      const parallel = parts.length >= 3 && parts.every((part) => part.length === length && length >= 3 && length <= 6)
      const behind = text.slice((quoted.index ?? 0) + quoted[0].length, (quoted.index ?? 0) + quoted[0].length + 14)
      if (parallel && (sharesEnding(parts) || /思路|战略|板块|布局|工程|行动|目标/.test(behind))) return parts
    }
  }
  return []
}

const sharesEnding = (parts: readonly string[]) => parts.every((part) => part.at(-1) === parts[0]?.at(-1))

const FIGURE =
  /((?:第?[一二三四1-4]季度|上半年|下半年|全年|\d{4}年|今年|本月|\d{1,2}月(?:份)?)?[\u4e00-\u9fff]{0,12}?(?:完成率|办结率|满意率|达标率|合格率|覆盖率|增长率|增速|率))(?:达到?|为|是|已达|提高到|约|超过)?(\d+(?:\.\d+)?)(%|‰|个百分点)/g

/** Figures with their names: 第一季度任务完成率达81%. */
function figuresOf(lines: readonly Said[]): MeetingNews['figures'] {
  const figures: { name: string; value: number; text: string }[] = []
  for (const { even } of lines) {
    for (const found of even.matchAll(FIGURE)) {
      const name = (found[1] ?? '')
        .replace(/^(?:对|将|使|其中|目前|全[市区县]|书记对|表示|的)+/, '')
        .replace(/^.{1,10}对(?![口标接外])/, '')
      figures.push({ name, value: Number(found[2]), text: `${found[2] ?? ''}${found[3] ?? ''}` })
    }
  }
  return figures
}

/** What a meeting's report says besides tasks: when (`year` where it names none), who met, pillars of work, figures. */
export function readNews(lines: readonly SourceLine[], year: number | null): MeetingNews {
  const said = lines
    .filter((line) => line.kind !== 'cell')
    .map((line) => ({ text: line.text, even: evenWidth(line.text) }))
  return {
    meetingOn: meetingDay(said, year),
    participants: participantsOf(said.slice(0, 12)),
    pillars: pillarsOf(said),
    figures: figuresOf(said),
  }
}
