import { DeliveryLog } from './DeliveryLog.tsx'
import { RulesForm } from './RulesForm.tsx'

/** For the office and the system administrator: what is allowed of reaching people, and what went out. */
export function DeliveryTab() {
  return (
    <>
      <RulesForm />
      <DeliveryLog />
    </>
  )
}
