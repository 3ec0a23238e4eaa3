import { registerHooks } from 'node:module'

/**
 * Loaded before the built main bundle (`node --import`): whoever imports `electron` gets the double. The process says
 * of itself what Electron's main process says.
 */
const double = new URL('./index.ts', import.meta.url).href
registerHooks({
  resolve(specifier, context, next) {
    return specifier === 'electron'
      ? { url: double, shortCircuit: true, format: 'module-typescript' }
      : next(specifier, context)
  },
})
Object.defineProperty(process, 'versions', {
  value: { ...process.versions, electron: '45.4.1', chrome: '156.0.0.0' },
})
Object.defineProperty(process, 'type', { value: 'browser' })
// Threads and children of the app must start as they do under Electron: without this hook.
process.execArgv = []
