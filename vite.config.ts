import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Domestic browsers stand on Chromium 90; its nearest name among the build targets. */
const OLDEST_BROWSER = 'chrome89'

/**
 * A page asks for ten scripts or so instead of fifty, most of them of a few lines: each costs a turn on the line and time
 * in the browser. What every page needs comes in two, the libraries and our own; small parts that many pages share in one.
 */
const CHUNKS = [
  { name: 'libraries', tags: ['$initial' as const], test: /node_modules/, priority: 3 },
  { name: 'base', tags: ['$initial' as const], priority: 2 },
  { name: 'parts', minShareCount: 8, maxModuleSize: 12_000, priority: 1 },
]

export default defineConfig({
  root: 'web',
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: OLDEST_BROWSER,
    cssTarget: OLDEST_BROWSER,
    // Chromium 90 preloads modules by itself; the helper would be dead weight.
    modulePreload: { polyfill: false },
    // Everything is a file: the content security policy allows no inlined script.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
  },
})
