import { useParams } from '@tanstack/react-router'
import { hasRole } from '#domain/access/actor.ts'
import { getSheet, type SheetView } from '#domain/reports/reports.contract.ts'
import { useActor, useSession } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PHONE, useMedia } from '../ui/useMedia.ts'
import { usePrinting } from '../ui/usePrinting.ts'
import { useRead } from '../useEndpoint.ts'
import { FillSheet } from './FillSheet.tsx'
import { PhoneSheet } from './PhoneSheet.tsx'
import { WithDifficulties } from './RaiseFromSheet.tsx'
import { ReadSheet } from './ReadSheet.tsx'
import { reportsText } from './reports.text.ts'
import { ReviewSheet } from './ReviewSheet.tsx'
import { mayFill } from './shown.ts'
import { useDelivering } from './useDelivering.ts'
import { useFilling } from './useFilling.ts'
import './reports.css'

/** One unit's sheet for one period: filled by the unit, decided by the office, read by whoever may. */
export function SheetPage() {
  const { periodId, unitId } = useParams({ from: '/signed-in/reports/$periodId/$unitId' })
  const { title } = useText(reportsText)
  const { data, error, refetch, isPlaceholderData } = useRead(getSheet, { params: { periodId, unitId } })
  if (error && !data)
    return (
      <div className="page">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </div>
    )
  if (!data || isPlaceholderData)
    return (
      <div className="page">
        <h1>{title}</h1>
        <Loading lines={12} />
      </div>
    )
  return <Sheet key={`${data.period.id} ${data.unit.id}`} sheet={data} />
}

function Sheet({ sheet }: { sheet: SheetView }) {
  const actor = useActor()
  const { today } = useSession()
  const filling = useFilling(sheet)
  const delivering = useDelivering(sheet)
  const isPhone = useMedia(PHONE)
  const printing = usePrinting()
  const isUnits = mayFill(actor, sheet, today).allowed && sheet.rows.length > 0
  if (isUnits && !printing)
    return (
      <WithDifficulties {...{ sheet, filling }}>
        {isPhone ? (
          <PhoneSheet {...{ sheet, filling, delivering }} />
        ) : (
          <FillSheet {...{ sheet, filling, delivering }} />
        )}
      </WithDifficulties>
    )
  if (hasRole(actor, 'supervisionOffice')) return <ReviewSheet {...{ sheet, filling, delivering }} />
  return <ReadSheet {...{ sheet, filling, delivering }} />
}
