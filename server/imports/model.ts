import { z } from 'zod'
import { MODEL_RULES } from '#domain/imports/proposal.ts'
import { Refusal } from '#domain/refusal.ts'
import { NotSent } from '../channels/channel.ts'
import { post } from '../channels/outgoing.ts'

/** How the site's model is reached: any server that speaks the OpenAI protocol. */
export type ModelSettings = {
  /** Up to and with its version, such as https://model.local/v1. */
  readonly url: string
  readonly name: string
  readonly key: string | undefined
  /** How long an answer is waited for. */
  readonly waitMs?: number
}

const Completion = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }) }))
    .min(1),
})

const MOST_TOKENS = 1000

/**
 * Asks the model one question and gives its words. Refuses `model_failed`: too late, not reached, turned away, no answer
 * in the protocol's form, or an answer that declines. What it said is neither logged nor kept.
 */
export async function askModel({ url, name, key, waitMs }: ModelSettings, question: string): Promise<string> {
  const body = {
    model: name,
    temperature: 0,
    max_tokens: MOST_TOKENS,
    stream: false,
    messages: [
      { role: 'system', content: MODEL_RULES },
      { role: 'user', content: question },
    ],
  }
  const { data } = Completion.safeParse(await answerTo(`${url}/chat/completions`, key, JSON.stringify(body), waitMs))
  const message = data?.choices[0]?.message
  if (!message) throw new Refusal('model_failed', { reason: '@model.unreadable' })
  if (message.refusal || !message.content?.trim()) throw new Refusal('model_failed', { reason: '@model.declined' })
  return message.content
}

async function answerTo(url: string, key: string | undefined, body: string, waitMs?: number): Promise<unknown> {
  const headers = key === undefined ? {} : { authorization: `Bearer ${key}` }
  try {
    // Who wrote the configuration wrote this address: it may lead wherever it does.
    const { text } = await post({ url, headers, body, ...(waitMs !== undefined && { waitMs }) }, [new URL(url).host])
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal('model_failed', { reason: '@model.unreadable' })
    if (!(error instanceof NotSent)) throw error
    throw new Refusal('model_failed', { reason: `@model.${error.failure}` })
  }
}
