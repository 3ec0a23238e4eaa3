// Hot reload for the browser shell: Vite serves the pages from their sources, everything else is the shell's own.
import { root } from './project.mjs'

const navigation = request => request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')

/** Told to the open page when the shell has restarted, because the old session ended with the old shell. */
const client = `<script type="module">
import { createHotContext } from '/@vite/client'
createHotContext('/rolecall-dev').on('rolecall:restarted', ({ address }) => location.replace(address))
</script>`

/**
 * A page comes from its source, but whether it may be opened is the shell's decision: its redirects, cookies and
 * refusals pass through, and the header token that it puts into its page is put into ours.
 */
const pages = shell => ({
  name: 'rolecall-pages',
  configureServer(server) {
    server.middlewares.use(async (request, response, next) => {
      if (!navigation(request)) return next()
      const { cookie = '' } = request.headers
      const answer = await fetch(`${shell()}${request.url}`, {
        redirect: 'manual',
        headers: { cookie, accept: 'text/html' },
      }).catch(error => new Response(`The shell does not answer: ${error.message}`, { status: 502 }))
      const text = await answer.text()
      for (const name of ['location', 'content-type']) {
        const value = answer.headers.get(name)
        if (value) response.setHeader(name, value)
      }
      response.setHeader('set-cookie', answer.headers.getSetCookie())
      response.statusCode = answer.status
      const token = /<meta[^>]*name="rolecall-token"[^>]*>/.exec(text)?.[0]
      response.end(token ? await sourcePage(server, request.url, token) : text)
    })
  },
})

async function sourcePage(server, url, token) {
  const { readFile } = await import('node:fs/promises')
  const source = await readFile(`${server.config.root}/index.html`, 'utf8')
  const page = await server.transformIndexHtml(url, source)
  return page.replace('</head>', `${token}${client}</head>`)
}

/**
 * Starts the server for the pages. `shell()` gives the origin of the running browser shell.
 * @returns the Vite server, listening on 127.0.0.1.
 */
export async function startPages({ renderer, shell, port }) {
  const { createServer, mergeConfig } = await import('vite')
  // The shell checks Host and Origin, and rightly so: what comes through here says that it comes from there.
  const toShell = {
    target: shell(),
    changeOrigin: true,
    ws: true,
    configure: proxy => {
      proxy.on('proxyReq', request => request.getHeader('origin') && request.setHeader('origin', shell()))
      proxy.on('proxyReqWs', request => request.setHeader('origin', shell()))
    },
  }
  const server = await createServer(
    mergeConfig(renderer, {
      configFile: false,
      appType: 'custom',
      clearScreen: false,
      plugins: [pages(shell)],
      server: { host: '127.0.0.1', port, fs: { allow: [root] }, proxy: { '/api': toShell } },
    }),
  )
  return server.listen()
}
