import type { FastifyInstance } from 'fastify'

/**
 * Runs something at once and then every so often, never twice at a time; a failure is logged by its name and waits for
 * the next turn. Stops with the server, which waits for a run under way.
 */
export function every(app: FastifyInstance, name: string, seconds: number, run: () => Promise<void>): void {
  let running = Promise.resolve()
  const turn = () => {
    running = running.then(run).catch((error: Error) => {
      app.log.warn({ round: name, code: error.name }, 'waits for the next round')
    })
  }
  turn()
  const timer = setInterval(turn, seconds * 1000)
  timer.unref()
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await running
  })
}
