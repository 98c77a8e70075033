import { formatOnInFull } from '#domain/calendar/calendar.ts'
import { directiveNumber } from '#domain/directives/directive.ts'
import type { DirectivePage } from '#domain/directives/directives.contract.ts'
import { labelFor } from '#domain/glossary.ts'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { Section } from '../ui/Section.tsx'
import { directiveHref } from './address.ts'
import { directivesText } from './directives.text.ts'

/** What it follows from and what followed on it, in order. */
export function Chain({ directive }: { directive: DirectivePage }) {
  const text = useText(directivesText)
  const { language } = useLanguage()
  return (
    <Section title={text.chain} note={text.chainNote}>
      <ol className="directive-chain">
        {directive.chain.map((link) => (
          <li key={link.id} aria-current={link.id === directive.id ? 'true' : undefined}>
            <p>
              {link.id === directive.id ? (
                <b>{directiveNumber(link, language)}</b>
              ) : (
                <Anchor href={directiveHref(link.id)} className="link">
                  {directiveNumber(link, language)}
                </Anchor>
              )}
              <span className="second">　{labelFor(`directive.${link.state}`, language)}</span>
              {link.id === directive.id && <span className="quiet">　{text.thisOne}</span>}
            </p>
            <p className="words">{link.text}</p>
            <p className="quiet">{text.writtenOn(link.writtenBy.name, formatOnInFull(link.writtenOn, language))}</p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
