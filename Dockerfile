# One node with the embedded database, whose data are in /data. Built and run without a network but npm's registry.
FROM node:20.20-bookworm-slim AS build
WORKDIR /perceptroom
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY . .
RUN node scripts/build.mjs && node scripts/pack.mjs packed

FROM node:20.20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /perceptroom
# Nobody who gets in may change what is served.
COPY --from=build /perceptroom/packed ./
RUN mkdir /data && chown node:node /data && chmod 700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s CMD ["node", "scripts/healthy.mjs"]
CMD ["node", "scripts/supervise.mjs"]
