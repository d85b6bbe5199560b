#!/usr/bin/env bash
# What the workbench costs while it follows a bench of another process with 100 busy resources at 10 Hz, what that
# costs the bench, and how soon the window is there. Wants both products built (./aforo builds them), a display, and a
# JDK of 21 or newer as JAVA_HOME. HERTZ=4 samples at the default rate.
#
#   ./aforo --help && releng/org.aforo.bench/workbench.sh [SECONDS]
set -u

home=$(cd "$(dirname "$0")/../.." && pwd)
seconds=${1:-60}
port=${PORT:-4599}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
from=${WORKBENCH:-$home/releng/org.aforo.product/target/products/aforo-workbench/linux/gtk/x86_64}
bench=${HEADLESS:-$home/releng/org.aforo.product.headless/target/products/aforo-headless/linux/gtk/x86_64}
tests=${TESTS:-$(ls "$home"/bundles/org.aforo.ui.tests/target/org.aforo.ui.tests-*-SNAPSHOT.jar | head -n 1)}
area=$(mktemp -d)

"$java" @"$home/releng/jvm.options" -Djava.util.logging.config.file="$home/releng/logging.properties" \
    -jar "$bench"/plugins/org.eclipse.equinox.launcher_*.jar -nosplash -configuration "$area/bench" -data @none \
    serve --ephemeral --no-limits --port "$port" >"$area/bench.log" 2>&1 &
pid=$!
trap 'kill $pid 2>/dev/null; rm -rf "$area"' EXIT
until curl -sf "http://127.0.0.1:$port/_aforo/health" >/dev/null; do
    kill -0 "$pid" || { cat "$area/bench.log"; exit 1; }
    sleep 0.2
done

# the product as it is, and the tests' bundle in it
mkdir "$area/workbench"
ln -s "$from/plugins" "$from/features" "$area/workbench"
cp -r "$from/configuration" "$area/workbench"
(cd "$area" && "${java%java}jar" xf "$tests" META-INF/MANIFEST.MF)
version=$(tr -d '\r' <"$area/META-INF/MANIFEST.MF" | sed -n 's/^Bundle-Version: //p') # must be the exact one
echo "org.aforo.ui.tests,$version,file:$tests,4,false" \
    >>"$area/workbench/configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"

"$java" @"$home/releng/workbench.options" -Daforo.cost="$seconds" -Daforo.cost.bench="$pid" -Daforo.cost.hertz="${HERTZ:-10}" \
    -Djava.util.logging.config.file="$home/releng/logging.properties" \
    -jar "$from"/plugins/org.eclipse.equinox.launcher_*.jar -nosplash -install "$area/workbench" \
    -configuration "$area/workbench/configuration" -data @noDefault --data "$area/data" \
    --no-bench --attach "http://127.0.0.1:$port" | grep --line-buffered '^COST'
