# One image for every process of Kiln; the command chooses which.

FROM node:20-bookworm-slim AS build
WORKDIR /kiln
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY .swcrc ./
COPY scripts scripts
COPY libs libs
COPY apps apps
RUN node scripts/build.mjs

# Neither compilers nor the servers that only `npm start` brings.
FROM node:20-bookworm-slim AS packages
WORKDIR /kiln
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --omit=dev --omit=optional

FROM node:20-bookworm-slim
ENV NODE_ENV=production KILN_ADMIN_PORT=9464
WORKDIR /kiln
COPY package.json ./
COPY --from=packages /kiln/node_modules node_modules
COPY --from=build /kiln/dist dist
USER node
HEALTHCHECK --interval=2s --timeout=5s --start-period=30s --retries=5 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.KILN_ADMIN_PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/apps/api/main.js"]
