import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import type { Language } from '#domain/refusal.ts'
import { speak } from './api.ts'

const STORED = 'yipanqi.language'

const LanguageContext = createContext<{ language: Language; choose: (language: Language) => void }>({
  language: 'zh',
  choose: () => undefined,
})

const firstLanguage = (): Language => {
  const stored = localStorage.getItem(STORED)
  return stored === 'en' || stored === 'zh' ? stored : 'zh'
}

/** Holds the language of the page; Chinese until somebody chooses. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage)
  speak(language)
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    localStorage.setItem(STORED, language)
  }, [language])
  return <LanguageContext value={{ language, choose: setLanguage }}>{children}</LanguageContext>
}

export const useLanguage = () => useContext(LanguageContext)

/** A slice's words in the page's language: `useText(boardText)`, where `boardText = { zh, en }` with one type. */
export const useText = <Words,>(texts: Record<Language, Words>): Words => texts[useLanguage().language]
