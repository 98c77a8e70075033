import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Domestic browsers stand on Chromium 90; its nearest name among the build targets. */
const OLDEST_BROWSER = 'chrome89'

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
  },
})
