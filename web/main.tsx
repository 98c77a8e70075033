import './no-eval.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiError } from './api.ts'
import { watchForHands } from './attended.ts'
import { router } from './routes.tsx'
import { LanguageProvider } from './text.tsx'
import './ui/face.css'

// A refusal is an answer: only an unreachable server is asked again.
const mayRetry = (failures: number, error: Error) => failures < 2 && !(error instanceof ApiError && error.status !== 0)

const client = new QueryClient({
  defaultOptions: { queries: { retry: mayRetry, staleTime: 5_000 }, mutations: { retry: false } },
})

watchForHands()
const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')
createRoot(place).render(
  <StrictMode>
    <LanguageProvider>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LanguageProvider>
  </StrictMode>,
)
