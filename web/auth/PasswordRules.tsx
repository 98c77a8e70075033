import { passwordStanding } from '#domain/auth/password-rules.ts'
import { authText } from '#web/text/auth.text.ts'
import { useText } from '#web/text.tsx'

const RULES = ['longEnough', 'mixedEnough', 'withoutName'] as const

/** The rules of a password with how it stands against each, while it is typed. */
export function PasswordRules({ password, userName }: { password: string; userName: string }) {
  const { password: text } = useText(authText)
  const standing = passwordStanding(password, userName)
  return (
    <ul className="password-rules">
      {RULES.map((rule) => {
        const met = password !== '' && standing[rule]
        return (
          <li key={rule} className={met ? 'met' : undefined}>
            {text.rules[rule]}
            <span className="aloud">{met ? text.met : text.notMet}</span>
          </li>
        )
      })}
    </ul>
  )
}
