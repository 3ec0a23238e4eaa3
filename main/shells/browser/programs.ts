import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** A program with its arguments. */
export type CommandLine = readonly [program: string, ...args: string[]]

/** True when a window could appear: always on a Mac and Windows, elsewhere with a display. */
export function hasDisplay(platform: NodeJS.Platform = process.platform, env = process.env): boolean {
  if (platform === 'darwin' || platform === 'win32') return true
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** The system's own opener of addresses, files and folders, in the program that the person chose for them. */
export function systemOpener(target: string, platform: NodeJS.Platform = process.platform): CommandLine {
  if (platform === 'darwin') return ['open', target]
  // Not `start`: it is a word of the command interpreter, which reads & and % in addresses as its own.
  if (platform === 'win32') return ['rundll32.exe', 'url.dll,FileProtocolHandler', target]
  return ['xdg-open', target]
}

/** Starts the first of these programs that is there, on its own and without our terminal. False when none is. */
export async function launchFirst(commands: readonly CommandLine[]): Promise<boolean> {
  for (const [program, ...args] of commands) if (await launch(program, args)) return true
  return false
}

function launch(program: string, args: readonly string[]): Promise<boolean> {
  return new Promise(resolve => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore', windowsHide: true })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}

/** Path of the first of these programs on the PATH; undefined when none is there. */
export function programOnPath(names: readonly string[], path = process.env.PATH ?? ''): string | undefined {
  const places = names.flatMap(name => path.split(delimiter).map(folder => join(folder, name)))
  return places.find(isProgram)
}

/** True for a file that may be run. */
export function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
