import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici'

/** Never asked through a proxy: this computer itself. */
const NEVER = ['localhost', '127.0.0.1', '[::1]']

const given = (name: string): string | undefined =>
  process.env[name] ?? process.env[name.toUpperCase()] ?? undefined

/**
 * The dispatcher for `options`: through the proxy that the person set, else the one of the environment (HTTPS_PROXY,
 * HTTP_PROXY, NO_PROXY), else directly.
 */
export function dispatcherFor(proxy: string | null, options: Agent.Options): Dispatcher {
  const https = proxy ?? given('https_proxy') ?? given('http_proxy')
  if (!https) return new Agent(options)
  const without = [...(given('no_proxy')?.split(',') ?? []), ...NEVER].join(',')
  return new EnvHttpProxyAgent({
    ...options,
    httpsProxy: https,
    httpProxy: proxy ?? given('http_proxy') ?? https,
    noProxy: without,
  })
}

/** True when requests to other computers go through a proxy. */
export const hasProxy = (proxy: string | null): boolean =>
  Boolean(proxy ?? given('https_proxy') ?? given('http_proxy'))
