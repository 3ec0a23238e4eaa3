import { safeStorage } from 'electron'
import type { Safety, Vault } from '../../platform/secrets/secrets.ts'

/** The operating system's keystore, by Electron's `safeStorage`. To use when the app is ready. */
export function systemKeystore(): Vault {
  // Asked once: the answer does not change while the app runs, and asking may open the keystore.
  let known: Promise<Safety> | undefined
  const find = async (): Promise<Safety> => {
    const plain = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text'
    // Without a keystore Electron encrypts with a fixed key, and only when told to; the person is warned of it.
    if (plain) safeStorage.setUsePlainTextEncryption(true)
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return 'unavailable'
    return plain ? 'plain_text' : 'keystore'
  }
  const safety = () => {
    known ??= find().catch(() => 'unavailable' as const)
    return known
  }
  return {
    safety,
    async encrypt(text) {
      if ((await safety()) === 'unavailable') throw new Error('There is no keystore')
      return safeStorage.encryptStringAsync(text)
    },
    decrypt: async bytes => (await safeStorage.decryptStringAsync(Buffer.from(bytes))).result,
  }
}
