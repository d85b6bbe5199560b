# Finds a JDK and starts built products. Read by the launchers of the source tree and of the products themselves.
need=21

say() { printf 'aforo: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# Prints the major version of the JDK at $1, or nothing when there is none.
major() {
    [ -x "$1/bin/javac" ] || return
    if [ -r "$1/release" ]; then
        sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$1/release"
    else
        "$1/bin/java" -version 2>&1 | sed -n '1s/.*"\(1\.\)\{0,1\}\([0-9]*\).*/\2/p'
    fi
}

# Prints the places where JDKs stand, best first.
candidates() {
    [ -n "${JAVA_HOME:-}" ] && echo "$JAVA_HOME"
    local on_path
    on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path") \
        && echo "${on_path%/bin/javac}"
    [ -x /usr/libexec/java_home ] && /usr/libexec/java_home -v "$need+" 2>/dev/null
    ls -d /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home 2>/dev/null | sort -r
}

find_jdk() {
    local jdk version
    while read -r jdk; do
        version=$(major "$jdk")
        if [ -n "$version" ] && [ "$version" -ge "$need" ]; then
            echo "$jdk"
            return
        fi
    done < <(candidates)
}

install_hint() {
    say "no JDK $need or newer found (looked at JAVA_HOME, PATH, /usr/lib/jvm, SDKMAN)."
    case $(uname -s) in
        Darwin) say "mend it with: brew install openjdk@21" ;;
        *) say "mend it with: apt-get install openjdk-21-jdk-headless (or any JDK $need+), or set JAVA_HOME" ;;
    esac
}

has_display() {
    [ "$(uname -s)" = Darwin ] || [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]
}

# The launcher's jar in the product at $1.
launcher() {
    local jar
    jar=$(ls "$1"/plugins/org.eclipse.equinox.launcher_*.jar 2>/dev/null | head -n 1)
    [ -n "$jar" ] || die "the product in $1 is incomplete"
    echo "$jar"
}

# start_bench PRODUCT OPTIONS WORK ARGUMENTS: runs a verb of the command line. OPTIONS is the folder of the JVM's
# options, WORK the one of what is kept between starts.
start_bench() {
    local product=$1 options=$2 work=$3 jar
    shift 3
    jar=$(launcher "$product") || exit 1
    # shellcheck disable=SC2086
    exec "$jdk/bin/java" @"$options/jvm.options" \
        -XX:+AutoCreateSharedArchive -XX:SharedArchiveFile="$work/aforo.jsa" \
        -Djava.util.logging.config.file="$options/logging.properties" ${AFORO_JVM:-} -jar "$jar" \
        -nosplash -configuration "$work/configuration" -data @none -application org.aforo.headless.app "$@"
}

# start_workbench PRODUCT OPTIONS WORK AREA ARGUMENTS: opens the workbench, again where it asks for that (exit code
# 23), as after a change of language. AREA is its configuration.
start_workbench() {
    local product=$1 options=$2 work=$3 area=$4 jar language mac=() code=23
    shift 4
    has_display || die "the workbench wants a display, and neither DISPLAY nor WAYLAND_DISPLAY is set;" \
        "'./aforo serve' runs a bench without one"
    jar=$(launcher "$product") || exit 1
    [ "$(uname -s)" = Darwin ] && mac=(-XstartOnFirstThread)
    while [ "$code" -eq 23 ]; do
        language=$(cat "$area/org.aforo.ui.app/language" 2>/dev/null | tr -cd a-z)
        # shellcheck disable=SC2086
        "$jdk/bin/java" @"$options/workbench.options" ${mac[@]+"${mac[@]}"} \
            -XX:+AutoCreateSharedArchive -XX:SharedArchiveFile="$work/workbench.jsa" \
            -Djava.util.logging.config.file="$options/logging.properties" ${AFORO_JVM:-} -jar "$jar" \
            -nosplash -configuration "$area" -data @noDefault ${language:+-nl "$language"} "$@" &
        local child=$!
        trap 'kill -TERM "$child"' TERM INT
        wait "$child"
        code=$?
        trap - TERM INT
    done
    exit "$code"
}

# Whether "workbench" is all that is asked for, not its help, which is the command line's.
opens_workbench() {
    [ "${1:-}" = workbench ] || return 1
    case " $* " in *" --help "* | *" -h "*) return 1 ;; esac
}
