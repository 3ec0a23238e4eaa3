import { existsSync } from 'node:fs'

/** True for an object with string keys. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** What a test chooses about the computer under the app. */
export interface DoubleConfig {
  appPath: string
  /** Work areas of the displays; the first is the primary one. */
  displays: { x: number; y: number; width: number; height: number }[]
  secretsBackend: 'gnome_libsecret' | 'basic_text' | 'unavailable'
  systemIsDark: boolean
  hasTray: boolean
  /** What a Mac hands over with `ready` when a notification started the app. */
  launchInfo: Record<string, unknown> | null
}

/** The configuration of this process. */
export const config: DoubleConfig = JSON.parse(process.env.ELECTRON_DOUBLE ?? '{}')

/** An event of Electron that a listener can prevent. */
export function preventable(): { preventDefault(): void; defaultPrevented: boolean } {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
  }
}

/** Electron's own words for a file that it cannot load. */
export function requireFile(path: string): void {
  if (!existsSync(path)) throw new Error(`Failed to load image from path '${path}'`)
}
