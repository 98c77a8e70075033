import type { Why } from '#domain/lights/why.ts'
import { Unbroken } from '../ui/Unbroken.tsx'

type Props = { why: readonly Why[]; sentence: string; className: string }

/** Reasons on one line. Where there is no room, the milestone's name is cut, not how late it is. */
export function WhyLine({ why, sentence, className }: Props) {
  const facts = why[0]?.facts
  const name = facts && 'title' in facts ? facts.title : ''
  const at = sentence.indexOf(name)
  return (
    <span className={`why ${className}`} title={sentence}>
      {at > 0 && (
        <>
          <span>{sentence.slice(0, at)}</span>
          <span className="name">{name}</span>
        </>
      )}
      <span className="rest">
        <Unbroken text={at > 0 ? sentence.slice(at + name.length) : sentence} />
      </span>
    </span>
  )
}
