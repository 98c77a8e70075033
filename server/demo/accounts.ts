import { wordFor } from '#domain/glossary.ts'
import { DISTRICT } from './district.ts'

/** One account for each role, to be shown when the demo starts. */
export const demoAccounts = (): { userName: string; name: string; role: string }[] =>
  DISTRICT.accounts.flatMap(({ role, person }) => {
    const holder = DISTRICT.people.find(({ key }) => key === person)
    const unit = DISTRICT.units.find(({ key }) => key === holder?.posts[0]?.unit)
    const words = [wordFor(role, 'zh'), unit?.shortName].filter(Boolean).join(' ')
    return holder ? [{ userName: holder.userName, name: holder.name, role: words }] : []
  })
