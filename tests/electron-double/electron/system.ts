import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { requireReady } from './app.ts'
import { answer, ask, tell } from './link.ts'
import { config, requireFile } from './values.ts'

/** Electron's `powerMonitor`. */
export const powerMonitor = new EventEmitter()
answer('power', (name: string) => {
  powerMonitor.emit(name, { preventDefault: () => {} })
})

interface MessageBox {
  buttons?: string[]
  cancelId?: number
  signal?: AbortSignal
}

/** Electron's `dialog`: the test presses the button. */
export const dialog = {
  async showMessageBox(first: MessageBox | object, second?: MessageBox) {
    requireReady('dialog module can only be used after app is ready')
    const { signal, ...options }: MessageBox = second ?? first
    const aborted = new Promise<number>(resolve => {
      signal?.addEventListener('abort', () => resolve(options.cancelId ?? 0))
    })
    const pressed = ask('dialog', options).then(Number)
    return { response: await Promise.race([pressed, aborted]), checkboxChecked: false }
  },
  showErrorBox: (title: string, content: string) => tell('dialog.error', { title, content }),
}

/** Electron's `shell`: nothing is opened, the test sees what would be. */
export const shell = {
  openExternal: async (url: string): Promise<void> => {
    await ask('shell.openExternal', url)
  },
  openPath: async (path: string): Promise<string> => {
    await ask('shell.openPath', path)
    return ''
  },
}

/** Electron's `nativeTheme`. */
class NativeTheme extends EventEmitter {
  #source = 'system'

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? config.systemIsDark : this.#source === 'dark'
  }

  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return config.systemIsDark
  }

  get themeSource(): string {
    return this.#source
  }

  set themeSource(source: string) {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError(`There is no theme "${source}"`)
    this.#source = source
    tell('theme', this.shouldUseDarkColors ? 'dark' : 'light')
    this.emit('updated')
  }
}
export const nativeTheme = new NativeTheme()

/** Electron's `screen`. */
export const screen = {
  getAllDisplays() {
    requireReady("The 'screen' module can't be used before the app 'ready' event")
    return config.displays.map((area, index) => ({
      id: index + 1,
      bounds: area,
      workArea: area,
      scaleFactor: 1,
    }))
  },
  getPrimaryDisplay: () => screen.getAllDisplays()[0],
}

/** Electron's `nativeImage`. */
export const nativeImage = {
  createFromPath(path: string) {
    requireFile(path)
    const png = readFileSync(path)
    return imageOf(path, png.readUInt32BE(16), png.readUInt32BE(20))
  },
  createFromBitmap(buffer: Buffer, { width, height }: { width: number; height: number }) {
    if (buffer.length !== width * height * 4) throw new Error('invalid buffer size')
    return imageOf('bitmap', width, height)
  },
}

function imageOf(from: string, width: number, height: number) {
  return { from, isEmpty: () => false, getSize: () => ({ width, height }) }
}

let mayUsePlainText = false
const isUsable = () =>
  config.secretsBackend === 'gnome_libsecret' || (config.secretsBackend === 'basic_text' && mayUsePlainText)
const key = createHash('sha256').update(config.secretsBackend).digest()

/** Electron's `safeStorage` on Linux: usable with a keystore, or with plain text once the app has agreed to it. */
export const safeStorage = {
  getSelectedStorageBackend: () =>
    config.secretsBackend === 'unavailable' ? 'unknown' : config.secretsBackend,
  setUsePlainTextEncryption(use: boolean) {
    mayUsePlainText = use
  },
  isAsyncEncryptionAvailable: async () => isUsable(),
  async encryptStringAsync(text: string): Promise<Buffer> {
    if (!isUsable()) throw new Error('Error while encrypting the text provided to safeStorage.encryptString.')
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), encrypted])
  },
  async decryptStringAsync(bytes: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(12, 28))
    const result = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    return { result, shouldReEncrypt: false }
  },
}
