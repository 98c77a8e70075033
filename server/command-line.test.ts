import { expect, test } from 'vitest'
import { startProgram } from '#test/program.ts'

async function run(...args: string[]) {
  const { ended, printed } = startProgram(args, {})
  return { code: await ended, text: printed().trimEnd().split('\n') }
}

test('without a command, or with --help, the commands are listed', async () => {
  const listed = await run()
  expect(listed.code).toBe(0)
  expect(listed.text.join('\n')).toMatch(/serve .*\n.*demo .*\n.*migrate .*\n.*extract .*\n.*rehearse .*\n.*help /)
  expect(await run('--help')).toEqual(listed)
})

test('every command explains itself with --help', async () => {
  const { code, text } = await run('extract', '--help')
  expect(code).toBe(0)
  expect(text.join('\n')).toContain('extract [--year YYYY] FILE...')
})

test('an unknown command, a stray argument and a wrong variable are one line and exit code 2', async () => {
  expect(await run('nothing')).toEqual({ code: 2, text: [expect.stringContaining('no such command: nothing')] })
  expect(await run('serve', 'x')).toEqual({ code: 2, text: ['yipanqi: unexpected argument: x'] })
  const { ended, printed } = startProgram(['serve'], { PORT: 'many' })
  expect(await ended).toBe(2)
  expect(printed()).toMatch(/^yipanqi: wrong configuration: the environment variable PORT must be .*\n$/)
})
