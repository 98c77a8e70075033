import { formatOnInFull } from '#domain/calendar/calendar.ts'
import { listed } from '#domain/listed.ts'
import { messageSentence } from '#domain/messages/kinds.ts'
import type { UrgeRules } from '#domain/urging/rules.ts'
import { previewUrges } from '#domain/urging/urging.contract.ts'
import { Trial } from '../rules/Trial.tsx'
import { useLanguage, useText } from '../text.tsx'
import { Light } from '../ui/Light.tsx'
import { urgingText } from './urging.text.ts'

/** What the rules as they stand in the form would send. */
export function Preview({ rules, effectiveOn }: { rules: UrgeRules; effectiveOn: string }) {
  const text = useText(urgingText)
  const { language } = useLanguage()
  return (
    <Trial
      endpoint={previewUrges}
      rules={{ rules, effectiveOn }}
      text={text}
      said={({ on, urgeCount, personCount, noticeCount }) => (
        <b>
          {urgeCount === 0
            ? text.previewEmpty(formatOnInFull(on, language))
            : text.previewCounts(formatOnInFull(on, language), urgeCount, personCount, noticeCount)}
        </b>
      )}
      item={({ key, kind, facts, to, notice }) => (
        <li key={key} className="preview-line">
          <span>{messageSentence(kind, facts, language)}</span>
          <span className="second text-13">
            {text.previewTo(
              listed(
                language,
                to.map(({ name }) => name),
              ),
            )}
            {notice && (
              <>
                {'　'}
                <Light kind={notice.level} word={`${text.levels[notice.level]} ${text.issue[notice.issue]}`} />
              </>
            )}
          </span>
        </li>
      )}
    />
  )
}
