import { EventEmitter } from 'node:events'
import { requireReady } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { answer } from './link.ts'
import { config } from './values.ts'

interface Template {
  id?: string
  label?: string
  role?: string
  type?: 'normal' | 'separator' | 'checkbox' | 'submenu'
  accelerator?: string
  enabled?: boolean
  visible?: boolean
  checked?: boolean
  click?: (item: MenuItem, window: BrowserWindow | undefined, event: object) => void
  submenu?: Template[]
}

/** Electron's `MenuItem`. */
class MenuItem {
  readonly id: string
  readonly label: string
  readonly role: string | undefined
  readonly type: string
  readonly accelerator: string | undefined
  readonly submenu: Menu | undefined
  enabled: boolean
  visible: boolean
  checked: boolean
  readonly #click: Template['click']

  constructor(template: Template) {
    const { id = '', label, role, submenu, click, enabled = true, visible = true, checked = false } = template
    const { type = submenu ? 'submenu' : 'normal', accelerator } = template
    if (type !== 'separator' && label === undefined && role === undefined)
      throw new Error('Invalid template for MenuItem: must have at least one of label, role or type')
    this.id = id
    this.label = label ?? role ?? ''
    this.role = role
    this.type = type
    this.accelerator = accelerator
    this.submenu = submenu ? Menu.buildFromTemplate(submenu) : undefined
    this.enabled = enabled
    this.visible = visible
    this.checked = checked
    this.#click = click
  }

  /** What happens when a person chooses it. */
  click(): void {
    if (!this.enabled || !this.visible) throw new Error(`"${this.label}" cannot be chosen`)
    if (this.type === 'checkbox') this.checked = !this.checked
    this.#click?.(this, BrowserWindow.getFocusedWindow() ?? undefined, {})
  }
}

let applicationMenu: Menu | null = null

/** Electron's `Menu`. */
export class Menu {
  readonly items: MenuItem[] = []

  static buildFromTemplate(template: Template[]): Menu {
    const menu = new Menu()
    for (const item of template) menu.items.push(new MenuItem(item))
    return menu
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
}

let shown: Tray | null = null

/** Electron's `Tray`. */
export class Tray extends EventEmitter {
  toolTip = ''
  title = ''
  menu: Menu | null = null
  image: { from: string }
  #destroyed = false

  constructor(image: { from: string }) {
    super()
    requireReady('Cannot create Tray before app is ready')
    if (!config.hasTray) throw new Error('There is no place for tray icons')
    this.image = image
    shown = this
  }

  #live(): void {
    if (this.#destroyed) throw new TypeError('Tray is destroyed')
  }

  setImage(image: { from: string }): void {
    this.#live()
    this.image = image
  }

  setToolTip(text: string): void {
    this.#live()
    this.toolTip = text
  }

  setTitle(text: string): void {
    this.#live()
    this.title = text
  }

  setContextMenu(menu: Menu | null): void {
    this.#live()
    this.menu = menu
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  destroy(): void {
    this.#destroyed = true
    if (shown === this) shown = null
  }
}

const menuOf = (where: 'tray' | 'app') => (where === 'tray' ? (shown?.menu ?? null) : applicationMenu)

interface ItemView {
  id: string
  label: string
  accelerator: string | undefined
  enabled: boolean
  visible: boolean
  checked: boolean
  items: ItemView[]
}

function view({ items }: Menu): ItemView[] {
  return items
    .filter(({ type }) => type !== 'separator')
    .map(({ id, label, accelerator, enabled, visible, checked, submenu }) => {
      return { id, label, accelerator, enabled, visible, checked, items: submenu ? view(submenu) : [] }
    })
}

answer('menu', (where: 'tray' | 'app') => {
  const menu = menuOf(where)
  return menu ? view(menu) : null
})
answer('menu.click', ({ where, id }: { where: 'tray' | 'app'; id: string }) => {
  const item = menuOf(where)?.getMenuItemById(id)
  if (!item) throw new Error(`There is no entry "${id}" in the ${where} menu`)
  item.click()
})
answer('tray', () => shown && { toolTip: shown.toolTip, title: shown.title, image: shown.image.from })
answer('tray.click', () => {
  shown?.emit('click', {}, {}, {})
})
