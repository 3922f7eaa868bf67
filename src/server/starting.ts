import type { RequestListener } from 'node:http'

/** Answers while the start is under way: the process is alive, and not ready. */
export const notReadyYet: RequestListener = (req, res) => {
  const { pathname } = new URL(req.url ?? '/', 'http://localhost')
  const headers = { 'Cache-Control': 'no-store', 'Retry-After': '3' }
  if (pathname === '/healthz') {
    res.writeHead(200, { ...headers, 'Content-Type': 'application/json' })
    res.end('{"status":"ok"}')
  } else if (pathname === '/readyz' || pathname.startsWith('/api')) {
    res.writeHead(503, { ...headers, 'Content-Type': 'application/json' })
    res.end('{"status":"unavailable","reason":"Starting"}')
  } else {
    res.writeHead(503, { ...headers, 'Content-Type': 'text/html; charset=utf-8' })
    res.end(
      '<!doctype html><html lang="ja"><meta charset="utf-8"><meta http-equiv="refresh" content="3"><title>起動中 Starting</title><p>起動しています。このページは自動的に切り替わります。<p lang="en">Starting. This page follows by itself.',
    )
  }
}
