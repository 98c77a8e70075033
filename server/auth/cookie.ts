import type { FastifyReply, FastifyRequest } from 'fastify'

/** Over https the name itself tells the browser to take the cookie from this host only, for every path. */
const cookieName = (secure: boolean): string => (secure ? '__Host-yipanqi' : 'yipanqi')

const attributes = (secure: boolean) => ({ httpOnly: true, sameSite: 'lax', path: '/', secure }) as const

/** Gives the browser its session's secret; it forgets it when it closes. */
export const setCookie = (reply: FastifyReply, secret: string, secure: boolean): FastifyReply =>
  reply.setCookie(cookieName(secure), secret, attributes(secure))

/** The session's secret that came with the request, if any. */
export const cookieOf = (request: FastifyRequest, secure: boolean): string | undefined =>
  request.cookies[cookieName(secure)]
