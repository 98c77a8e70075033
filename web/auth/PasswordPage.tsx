import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { changePassword } from '#domain/auth/auth.contract.ts'
import { passwordStanding } from '#domain/auth/password-rules.ts'
import { useSession } from '#web/shell/session.tsx'
import { authText } from '#web/text/auth.text.ts'
import { useText } from '#web/text.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { useChange } from '#web/useEndpoint.ts'
import { PasswordField } from './PasswordField.tsx'
import { PasswordRules } from './PasswordRules.tsx'
import './entry.css'

/** Changes the own password; somebody with an initial one comes nowhere else before. */
export function PasswordPage() {
  const { password: text } = useText(authText)
  const { mustChangePassword } = useSession()
  return (
    <div className="page">
      <div className="title">
        <h1>{text.title}</h1>
      </div>
      <div className="form">
        {mustChangePassword && <p className="notice">{text.first}</p>}
        <PasswordForm />
      </div>
    </div>
  )
}

function PasswordForm() {
  const { password: text } = useText(authText)
  const { person, mustChangePassword } = useSession()
  const navigate = useNavigate()
  const change = useChange(changePassword)
  const [current, setCurrent] = useState('')
  const [fresh, setFresh] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const strong = Object.values(passwordStanding(fresh, person.userName)).every(Boolean)
  const ready = current !== '' && strong && again === fresh
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!ready || change.isPending) return
    const body = { currentPassword: current, newPassword: fresh }
    change.mutate(
      { body },
      { onSuccess: () => void navigate(mustChangePassword ? { to: '/' } : { to: '/account', hash: 'changed' }) },
    )
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      {/* Password managers look for the name beside the password. */}
      <input type="text" name="username" autoComplete="username" value={person.userName} readOnly hidden />
      <Refused error={change.error} />
      <PasswordField
        label={text.current}
        value={current}
        onChange={setCurrent}
        autoComplete="current-password"
        error={tried && !current ? text.currentMissing : undefined}
      />
      <PasswordField
        label={text.fresh}
        value={fresh}
        onChange={setFresh}
        autoComplete="new-password"
        hint={text.notReused}
        error={tried && !strong ? text.weak : undefined}
      />
      <PasswordRules password={fresh} userName={person.userName} />
      <PasswordField
        label={text.again}
        value={again}
        onChange={setAgain}
        autoComplete="new-password"
        error={tried && again !== fresh ? text.differs : undefined}
      />
      <div className="row">
        <button type="submit" className="btn solid" aria-disabled={change.isPending}>
          {text.submit}
        </button>
      </div>
    </form>
  )
}
