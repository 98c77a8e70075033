import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/**
 * A stopping server waits for requests under way, and for nothing else: connections that browsers keep for a next
 * request, or opened ahead of a first one, it would otherwise leave open for a minute.
 */
export function closeUnusedConnections(app: FastifyInstance): void {
  const unused = new Set<Socket>()
  let isStopping = false

  app.server.on('connection', (socket: Socket) => {
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  app.server.on('request', ({ socket }, response) => {
    unused.delete(socket)
    response.once('close', () => {
      if (isStopping) socket.destroySoon()
      else if (!socket.destroyed) unused.add(socket)
    })
  })
  app.addHook('preClose', async () => {
    isStopping = true
    for (const socket of unused) socket.destroy()
  })
}
