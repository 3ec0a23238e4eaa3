// Runs before the first paint, so that a dark page never flashes light. Plain script, because modules are deferred.
// Reads what app/preferences.ts writes; the cookie serves where the port (and with it the local storage) changes.
;(() => {
  let saved = {}
  try {
    const cookie = document.cookie.split('; ').find(part => part.startsWith('rolecall-look='))
    const text =
      localStorage.getItem('rolecall-look') ?? (cookie ? decodeURIComponent(cookie.slice(14)) : null)
    if (text) saved = JSON.parse(text) ?? {}
  } catch {
    // A damaged or forbidden store means the defaults.
  }
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  const theme = saved.theme === 'light' || saved.theme === 'dark' ? saved.theme : dark ? 'dark' : 'light'
  document.documentElement.dataset.theme = theme
  document.documentElement.dataset.density = saved.density === 'comfortable' ? 'comfortable' : 'compact'
})()

// The page's policy forbids code made from text, which zod would try as soon as its first schema is built.
globalThis.__zod_globalConfig = { jitless: true }
