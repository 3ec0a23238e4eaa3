import type { MenuItemConstructorOptions } from 'electron'

export interface MenuActs {
  openPath(path: string): void
  openDataFolder(): void
  runAll(): void
  quit(): void
}

/** The application menu. Shortcuts of the page (such as ctrl+K) are the page's own and not repeated here. */
export function appMenu(
  platform: NodeJS.Platform,
  developing: boolean,
  acts: MenuActs,
): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin'
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const settings: MenuItemConstructorOptions = {
    id: 'settings',
    label: 'Settings',
    accelerator: 'CmdOrCtrl+,',
    click: () => acts.openPath('/settings'),
  }
  const quit: MenuItemConstructorOptions = {
    id: 'quit',
    label: 'Quit Rolecall',
    accelerator: 'CmdOrCtrl+Q',
    click: acts.quit,
  }
  const about: MenuItemConstructorOptions = { id: 'about', label: 'About Rolecall', role: 'about' }
  const macMenu: MenuItemConstructorOptions = {
    label: 'Rolecall',
    submenu: [
      about,
      separator,
      settings,
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      quit,
    ],
  }
  return [
    ...(isMac ? [macMenu] : []),
    {
      label: '&File',
      submenu: [
        {
          id: 'new-campaign',
          label: 'New campaign',
          accelerator: 'CmdOrCtrl+N',
          click: () => acts.openPath('/campaigns/new'),
        },
        {
          id: 'run-all',
          label: 'Run all campaigns now',
          accelerator: 'CmdOrCtrl+Shift+R',
          click: acts.runAll,
        },
        separator,
        { id: 'data-folder', label: 'Open the data folder', click: acts.openDataFolder },
        separator,
        { role: 'close' },
        ...(isMac ? [] : [separator, settings, separator, quit]),
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        ...places(acts),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(developing ? [separator, { role: 'reload' as const }, { role: 'toggleDevTools' as const }] : []),
      ],
    },
    { role: 'windowMenu' },
    ...(isMac ? [] : [{ label: '&Help', submenu: [about] }]),
  ]
}

function places(acts: MenuActs): MenuItemConstructorOptions[] {
  const all = [
    ['Dashboard', '/'],
    ['Jobs', '/jobs'],
    ['Campaigns', '/campaigns'],
  ] as const
  return all.map(([label, path], index) => ({
    id: `go-${label.toLowerCase()}`,
    label,
    accelerator: `Alt+${index + 1}`,
    click: () => acts.openPath(path),
  }))
}
