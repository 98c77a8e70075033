import { globSync } from 'node:fs'
import path from 'node:path'
import type { Endpoint } from '#domain/endpoint.ts'

const root = path.resolve(import.meta.dirname, '..')

/** Every contract of the API, found by looking through the domain. */
export async function allContracts(): Promise<Endpoint[]> {
  const files = globSync('domain/**/*.contract.ts', { cwd: root })
  const modules: Record<string, unknown>[] = await Promise.all(files.map((file) => import(path.join(root, file))))
  return modules.flatMap((module) => Object.values(module)).filter(isEndpoint)
}

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'operationId' in value && 'path' in value
