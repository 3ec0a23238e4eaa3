import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string): string => resolve(import.meta.dirname, path)

/** Every program that starts on its own: the three shells, and the threads that a shell starts. */
const mainEntries = {
  desktop: at('main/shells/desktop/main.ts'),
  browser: at('main/shells/browser/main.ts'),
  terminal: at('main/shells/terminal/main.ts'),
  backend: at('main/app/threads/backend.ts'),
  reader: at('main/app/threads/reader.ts'),
  compute: at('main/app/threads/compute.ts'),
  parser: at('main/app/threads/parser.ts'),
}

/**
 * Packages that stay outside: one is a library of the system's own code, one asks Electron how it was installed, and
 * one makes a `require` of its own, which a program has already.
 */
const APART = ['better-sqlite3', 'electron-store', 'fflate', 'pdf-parse', 'pdfjs-dist', 'pdfkit']
/** All others go into the programs: a thread that reads them as hundreds of files takes twice as long to start. */
const bundled = Object.keys(JSON.parse(readFileSync(at('package.json'), 'utf8')).dependencies).filter(
  name => !APART.includes(name),
)

export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      externalizeDeps: { exclude: bundled },
      sourcemap: true,
      target: 'node22',
      rolldownOptions: {
        input: mainEntries,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      sourcemap: true,
      // A sandboxed preload script cannot load other files: everything it needs goes into the one bundle.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), tailwindcss()],
    build: {
      outDir: at('out/renderer'),
      sourcemap: true,
      minify: true,
      // The browser shell opens whatever Chromium the person has, which may be older than Electron's.
      target: 'chrome120',
      rolldownOptions: { input: { index: at('renderer/index.html') } },
    },
  },
})
