import path from 'node:path'
import { withPayload } from '@payloadcms/next/withPayload'

const root = path.resolve(import.meta.dirname, '../..')

/** @type {import('next').NextConfig} */
const config = {
  // A build has a folder of its own, so that one that serves is never changed under its server.
  distDir: process.env.ADMIN_BUILD ?? '.next',
  outputFileTracingRoot: root,
  turbopack: { root },
  // `npm run check` checks types; the people who start the server need not wait for it.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
}

export default withPayload(config, { devBundleServerPackages: false })
