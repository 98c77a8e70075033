import {
  arrangeMeeting,
  beginMeeting,
  callMeetingOff,
  createMeeting,
  endMeeting,
  freezeMeeting,
  getArrangement,
  getBrief,
  getMeeting,
  goOnWithMeeting,
  listMeetings,
  openCollecting,
  thawMeeting,
  updateMeeting,
} from '#domain/meetings/meetings.contract.ts'
import {
  agreeToMinutes,
  answerComment,
  circulateMinutes,
  closeFollowUp,
  commentOnMinutes,
  editMinutes,
  getMinutes,
  issueMinutes,
  takeMinutesBack,
} from '#domain/meetings/minutes.contract.ts'
import { readCursor, writeCursor } from '#domain/paging.ts'
import { change, changeAfter, read, type Served } from '../http/route.ts'
import { ensureStandings } from '../tasks/standing.ts'
import { viewBrief } from './book.ts'
import { briefOf } from './cards.ts'
import { found } from './events.ts'
import { findMeetings } from './meetings.queries.ts'
import { agree } from './agreement.ts'
import { answer, comment, editMinutes as saveEdits, viewMinutes } from './minutes.ts'
import { arrange, changeMeeting, planMeeting } from './plan.ts'
import { loadRulingsOf } from './rulings.queries.ts'
import { freeze, takeStep } from './steps.ts'
import { viewMeeting, viewPage } from './view.ts'

/** Joint meetings: planning them, the steps of their life, agenda, briefs and minutes. */
export function meetingRoutes(served: Served): void {
  read(served, listMeetings, async ({ db, actor, query, today }) => {
    const { after, limit, year } = query
    const [heldOn, id] = (after !== undefined && readCursor(after, 2)) || []
    const key = typeof heldOn === 'string' && typeof id === 'string' ? { heldOn, id } : null
    const rows = await findMeetings(db, actor, { year, after: key, limit: limit + 1 })
    const page = rows.slice(0, limit)
    const rulings = await loadRulingsOf(
      db,
      actor.organizationId,
      page.map((row) => row.id),
    )
    const last = rows.length > limit ? page[page.length - 1] : undefined
    return {
      items: page.map((meeting) => viewMeeting(meeting, rulings, today)),
      next: last ? writeCursor([last.heldOn, last.id]) : null,
    }
  })
  read(served, getMeeting, async (asking) => {
    await ensureStandings(asking.db, asking)
    return viewPage(asking.db, asking, asking.params.meetingId)
  })
  read(served, getBrief, async (asking) => {
    await ensureStandings(asking.db, asking)
    return viewBrief(asking.db, asking, asking.params.meetingId)
  })
  read(served, getArrangement, async ({ db, actor, params }) => {
    const { version, arrangement } = await found(db, actor, params.meetingId)
    return { version, arrangement }
  })
  change(served, createMeeting, (changing) => planMeeting(changing, changing.body))
  change(served, updateMeeting, (changing) => {
    const { version, changes } = changing.body
    return changeMeeting(changing, changing.params.meetingId, version, changes)
  })
  change(served, arrangeMeeting, (changing) => {
    const { version, arrangement } = changing.body
    return arrange(changing, changing.params.meetingId, version, arrangement)
  })
  stepRoutes(served)
  minutesRoutes(served)
}

function stepRoutes(served: Served): void {
  change(served, openCollecting, (changing) => takeStep(changing, changing.params.meetingId, 'openCollecting'))
  changeAfter(
    served,
    freezeMeeting,
    // One moment for all figures, however many statements read them; no lock is held while they are worked out.
    async (asking) => {
      await ensureStandings(asking.db, asking)
      const meeting = await found(asking.db, asking.actor, asking.params.meetingId)
      const { organizationId } = asking.actor
      return asking.db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute((tx) => briefOf(tx, meeting, { ...asking, organizationId }))
    },
    (changing, brief) => freeze(changing, changing.params.meetingId, brief),
  )
  change(served, thawMeeting, ({ body, ...changing }) =>
    takeStep(changing, changing.params.meetingId, 'thaw', body.reason),
  )
  change(served, beginMeeting, (changing) => takeStep(changing, changing.params.meetingId, 'begin'))
  change(served, endMeeting, (changing) => takeStep(changing, changing.params.meetingId, 'end'))
  change(served, goOnWithMeeting, ({ body, ...changing }) =>
    takeStep(changing, changing.params.meetingId, 'goOn', body.reason),
  )
  change(served, callMeetingOff, ({ body, ...changing }) =>
    takeStep(changing, changing.params.meetingId, 'callOff', body.reason),
  )
}

function minutesRoutes(served: Served): void {
  read(served, getMinutes, (asking) => viewMinutes(asking.db, asking, asking.params.meetingId))
  change(served, editMinutes, (changing) => {
    const { version, edits } = changing.body
    return saveEdits(changing, changing.params.meetingId, version, edits)
  })
  change(served, circulateMinutes, (changing) => takeStep(changing, changing.params.meetingId, 'circulate'))
  change(served, takeMinutesBack, ({ body, ...changing }) =>
    takeStep(changing, changing.params.meetingId, 'takeBack', body.reason),
  )
  change(served, issueMinutes, async (changing) => {
    const { writes, ...after } = await takeStep(changing, changing.params.meetingId, 'issue')
    return { ...after, number: writes.minutesNumberText ?? '' }
  })
  change(served, closeFollowUp, (changing) => takeStep(changing, changing.params.meetingId, 'closeFollowUp'))
  change(served, commentOnMinutes, (changing) => comment(changing, changing.params.meetingId, changing.body))
  change(served, agreeToMinutes, (changing) => agree(changing, changing.params.meetingId))
  change(served, answerComment, (changing) => {
    const { meetingId, commentId } = changing.params
    return answer(changing, meetingId, commentId, changing.body)
  })
}
