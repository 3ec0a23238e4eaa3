/** The title of the window: what is unread, which page, whose. */

let page = ''
let unread = 0

/** The page and the name of the program, as screen readers say it after a change of page. */
export const windowTitle = (): string => (page === '' ? 'Rolecall' : `${page} · Rolecall`)

const write = () => {
  document.title = `${unread === 0 ? '' : `(${unread > 99 ? '99+' : unread}) `}${windowTitle()}`
}

/** Names the page in the title of the window. */
export function setPageTitle(title: string): void {
  page = title
  write()
}

/** Says in the title of the window how many notifications are unread. */
export function setTitleCount(count: number): void {
  unread = count
  write()
}
