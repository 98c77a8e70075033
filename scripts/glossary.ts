// Writes docs/GLOSSARY.md from the words in domain/glossary.ts.
import { writeFile } from 'node:fs/promises'
import { glossaryMarkdown } from '../domain/glossary.ts'

await writeFile(new URL('../docs/GLOSSARY.md', import.meta.url), glossaryMarkdown())
