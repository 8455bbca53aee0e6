// The peer: a page with React Flow alone, built by the portal's bundler in its production mode.
import rspack from '@rspack/core';
import fs from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { root } from '../../scripts/lib/fingerprint.mjs';
import { stressGraph } from './stressGraph.mjs';

const SOURCE = path.join(import.meta.dirname, 'plain/PlainFlow.tsx');
const PAGE = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/main.css">
<style>body{margin:0}</style><div id="root"></div><script src="/main.js"></script>`;
const TYPES = { '.js': 'text/javascript', '.css': 'text/css' };

function build(directory) {
  const compiler = rspack({
    mode: 'production',
    context: root,
    entry: SOURCE,
    output: { path: directory },
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx$/,
          loader: 'builtin:swc-loader',
          options: {
            jsc: {
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
            },
          },
        },
        {
          test: /\.css$/,
          use: [rspack.CssExtractRspackPlugin.loader, 'css-loader'],
        },
      ],
    },
    plugins: [new rspack.CssExtractRspackPlugin()],
    performance: false,
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      compiler.close(() => {});
      if (error || stats.hasErrors()) {
        reject(
          error ?? new Error(stats.toString({ all: false, errors: true })),
        );
      } else resolve();
    });
  });
}

/** Builds the page into `directory` and serves it; resolves to `{ url, stop }`. */
export async function startPlainPage(directory) {
  await build(directory);
  const server = http.createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    if (pathname === '/graph.json') {
      const graph = stressGraph(Number(searchParams.get('nodes')));
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(graph));
      return;
    }
    const type = TYPES[path.extname(pathname)];
    response.setHeader('content-type', type ?? 'text/html');
    try {
      response.end(
        type
          ? await fs.readFile(path.join(directory, path.basename(pathname)))
          : PAGE,
      );
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: () => new Promise(resolve => server.close(resolve)),
  };
}
