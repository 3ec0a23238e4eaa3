import { join } from 'node:path'
import {
  type CommandLine,
  hasDisplay,
  isProgram,
  launchFirst,
  programOnPath,
  systemOpener,
} from './programs.ts'

const CHROMIUMS_ON_LINUX = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'brave-browser',
  'microsoft-edge',
]
const CHROMIUMS_ON_MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]
const CHROMIUMS_ON_WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

function findChromium(): string | undefined {
  if (process.platform === 'darwin') return CHROMIUMS_ON_MAC.find(isProgram)
  if (process.platform !== 'win32') return programOnPath(CHROMIUMS_ON_LINUX)
  const { ProgramFiles, 'ProgramFiles(x86)': ProgramFiles86 } = process.env
  return [ProgramFiles, ProgramFiles86]
    .flatMap(folder => (folder ? CHROMIUMS_ON_WINDOWS.map(name => join(folder, name)) : []))
    .find(isProgram)
}

/**
 * Opens an address in a window of its own (Chromium and its kin), else in the person's browser. False without a
 * display or without any of them; the address is printed in any case.
 */
export async function openBrowser(address: string): Promise<boolean> {
  if (!hasDisplay()) return false
  const chromium = findChromium()
  const inOwnWindow: CommandLine[] = chromium ? [[chromium, `--app=${address}`]] : []
  return launchFirst([...inOwnWindow, systemOpener(address)])
}
