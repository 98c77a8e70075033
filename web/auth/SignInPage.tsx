import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { getSetup } from '#domain/auth/setup.contract.ts'
import type { Language } from '#domain/refusal.ts'
import { Mark } from '#web/shell/Mark.tsx'
import { authText } from '#web/text/auth.text.ts'
import { useLanguage, useText } from '#web/text.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useRead } from '#web/useEndpoint.ts'
import { EntryBoard } from './EntryBoard.tsx'
import { PasswordField } from './PasswordField.tsx'
import { useSignIn } from './useSignIn.ts'
import './entry.css'

/** Where everybody comes in. */
export function SignInPage() {
  const text = useText(authText)
  const { next } = useSearch({ from: '/sign-in' })
  const [chosen, setChosen] = useState<Language | null>(null)
  const { language, choose } = useLanguage()
  const switchLanguage = () => {
    const other = language === 'zh' ? 'en' : 'zh'
    choose(other)
    setChosen(other)
  }
  return (
    <div className="entry">
      <EntryBoard />
      <main className="entry-side">
        <div className="entry-top">
          <button
            type="button"
            className="btn small bare"
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            onClick={switchLanguage}
          >
            {text.otherLanguage}
          </button>
        </div>
        <SignInForm next={next} chosen={chosen} />
        <p className="entry-foot">{text.noSecrets}</p>
      </main>
    </div>
  )
}

function SignInForm({ next, chosen }: { next: string | undefined; chosen: Language | null }) {
  const text = useText(authText)
  const { signIn: words } = text
  const setup = useRead(getSetup, { query: {} }, { staleTime: Infinity })
  const signIn = useSignIn(next, chosen)
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (userName.trim() && password && !signIn.isPending) signIn.mutate({ userName: userName.trim(), password })
  }
  return (
    <form ref={form} className="entry-form" onSubmit={submit} noValidate>
      <div className="entry-name">
        <Mark />
        <div>
          <h1>{text.product}</h1>
          <p>{text.motto}</p>
        </div>
      </div>
      {setup.data?.needed && <p className="notice">{words.setupNeeded}</p>}
      <Refused error={signIn.error} />
      <TextField
        label={words.userName}
        value={userName}
        onChange={setUserName}
        autoComplete="username"
        maxLength={60}
        error={tried && !userName.trim() ? words.userNameMissing : undefined}
      />
      <PasswordField
        label={words.password}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        error={tried && !password ? words.passwordMissing : undefined}
      />
      <button type="submit" className="btn solid" aria-disabled={signIn.isPending}>
        {signIn.isPending ? words.submitting : words.submit}
      </button>
      <p className="entry-help">{words.help}</p>
    </form>
  )
}
