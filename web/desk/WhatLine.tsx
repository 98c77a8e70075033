import type { DeskItem } from '#domain/desk/desk.contract.ts'
import type { TaskQueue } from '#domain/desk/queues.ts'
import type { RequestView } from '#domain/requests/requests.contract.ts'
import { useText } from '../text.tsx'
import { requestsText } from '../requests/requests.text.ts'
import type { Days } from '../tasks/useDays.ts'
import { WhyLine } from '../tasks/WhyLine.tsx'
import { deskText } from './desk.text.ts'

type Props = { queue: TaskQueue; item: DeskItem; days: Days }

/** What an officer looks at before deciding, in one line. */
export function WhatLine(props: Props) {
  const Line = LINES[props.queue]
  return <Line {...props} />
}

const LINES: Record<TaskQueue, (props: Props) => React.ReactNode> = {
  toRegister: Draft,
  toAssign: Registered,
  unacknowledged: Urged,
  disputed: Dispute,
  toAccept: Completion,
  toVerify: Verification,
  extensions: Request,
  overdue: Missed,
  redWithoutNotice: Red,
}

const Cut = ({ text, loud = false }: { text: string; loud?: boolean }) => (
  <span className={loud ? 'cut strong' : 'cut'} title={text}>
    {text}
  </span>
)

function Draft({ item: { refusal } }: Props) {
  const text = useText(deskText)
  return <Cut text={refusal?.message ?? text.ready} />
}

function Registered({ item: { refusal, task }, days }: Props) {
  const text = useText(deskText)
  return <Cut text={refusal?.message ?? (task.currentDueOn ? text.readyToAssign(days.day(task.currentDueOn)) : '')} />
}

function Urged({ item: { urged }, days }: Props) {
  const text = useText(deskText)
  return <Cut text={urged ? text.urged(days.day(urged.on), urged.by) : text.notUrged} />
}

function Dispute({ item: { dispute, refusal } }: Props) {
  const text = useText(deskText)
  if (!dispute) return null
  const { number, reason, suggestedUnit } = dispute
  return (
    <>
      <Cut text={text.dispute(number, reason, suggestedUnit.name)} />
      {refusal && <Cut text={refusal.message} loud />}
    </>
  )
}

function Completion({ item: { completion, refusal } }: Props) {
  const text = useText(deskText)
  return (
    <>
      {completion && <Cut text={text.completion(completion.by, completion.note)} />}
      {refusal && <Cut text={refusal.message} loud />}
    </>
  )
}

function Verification({ item: { verification, refusal } }: Props) {
  const text = useText(deskText)
  return (
    <>
      <Cut text={verification ? text.verification[verification] : text.papers} loud={verification !== null} />
      {refusal && <Cut text={refusal.message} loud />}
    </>
  )
}

function Request({ item: { request }, days }: Props) {
  const text = useText(deskText)
  const words = useText(requestsText)
  if (!request) return null
  const [last] = request.dates.slice(-1)
  const what = last ? words.move(days.day(last.from), days.day(last.asked)) : text.change
  return <Cut text={text.request(what, whoDecides(request, words))} />
}

type Words = (typeof requestsText)['zh']

/** Whose word a request waits for. */
function whoDecides({ state, decider }: RequestView, words: Words): string {
  const who = words.deciders[decider]
  return state === 'asked' && decider !== 'supervisionOffice' ? words.waitsReview(who) : words.waitsFor(who)
}

function Missed({ item: { why, light, urged }, days }: Props) {
  const text = useText(deskText)
  return (
    <>
      <WhyLine why={why} sentence={days.sentences(why, 1)} className={light} />
      <Cut text={urged ? text.urged(days.day(urged.on), urged.by) : text.notUrged} />
    </>
  )
}

function Red({ item: { why, light, notice }, days }: Props) {
  const { notice: words } = useText(deskText)
  const said = notice ? (notice.proposalId ? words.proposed : words.byRule)(notice.level) : words.none
  return (
    <>
      <WhyLine why={why} sentence={days.sentences(why, 1)} className={light} />
      <Cut text={said} loud={notice !== null} />
    </>
  )
}
