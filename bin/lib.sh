# What the scripts of this folder share. To be sourced; works with the bash 3.2 of macOS too.

ROOT=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

is_root_on_debian() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

install_debian() {
    say "Installing $* …"
    apt-get update -qq >&2 || true
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}

# Sets JAVA_HOME to a JDK 25 or newer.
find_jdk() {
    if pick_jdk; then
        return
    fi
    if is_root_on_debian && install_debian openjdk-25-jdk-headless && pick_jdk; then
        return
    fi
    fail "CYBOX needs a JDK 25: please install one (for example Eclipse Temurin 25) or set JAVA_HOME to it."
}

pick_jdk() {
    local home
    while IFS= read -r home; do
        if is_jdk_25 "$home"; then
            export JAVA_HOME=$home
            return
        fi
    done <<EOF
$(jdk_candidates)
EOF
    return 1
}

jdk_candidates() {
    local folder
    printf '%s\n' "${JAVA_HOME:-}"
    if command -v java >/dev/null; then
        java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
    fi
    if [ -x /usr/libexec/java_home ]; then
        /usr/libexec/java_home -v 25+ 2>/dev/null || true
    fi
    for folder in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/*jdk* /usr/local/*jdk* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
        "$HOME"/.local/share/mise/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        printf '%s\n' "$folder"
    done
}

is_jdk_25() {
    local version
    [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    [ -n "$version" ] && [ "$version" -ge 25 ]
}

# Sets MAVEN to a Maven 3.8 or newer; Maven then runs on JAVA_HOME.
find_maven() {
    local candidate
    # Maven's own libraries would warn on a JDK 25; so would the schema check of the bill of materials.
    export MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
-Dorg.slf4j.simpleLogger.log.com.networknt.schema=error ${MAVEN_OPTS:-}"
    for candidate in mvn "${MAVEN_HOME:-}/bin/mvn" "$HOME/.sdkman/candidates/maven/current/bin/mvn" \
        /opt/homebrew/bin/mvn /usr/local/bin/mvn /opt/maven/bin/mvn; do
        if is_maven_38 "$candidate"; then
            MAVEN=$candidate
            return
        fi
    done
    if is_root_on_debian && install_debian maven && is_maven_38 mvn; then
        MAVEN=mvn
        return
    fi
    fail "CYBOX needs Maven 3.8 or newer: please install it and put mvn on the path."
}

is_maven_38() {
    local version
    command -v "$1" >/dev/null || return 1
    version=$("$1" -B --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p')
    case $version in
        '' | [0-2].* | 3.[0-7]) return 1 ;;
        *) return 0 ;;
    esac
}

mvn_here() { (cd "$ROOT" && "$MAVEN" -B -ntp "$@"); }

# newer_than STAMP PATH…: has anything under the paths changed since?
newer_than() {
    local stamp=$1
    shift
    [ ! -e "$stamp" ] || [ -n "$(find "$@" -newer "$stamp" 2>/dev/null | head -n 1)" ]
}

# Builds target/cybox.jar when a source is newer. The jar's own time is fixed for reproducible builds, hence the stamp.
build_jar() {
    local stamp=$ROOT/target/.cybox-jar
    if [ -e "$ROOT/target/cybox.jar" ] && ! newer_than "$stamp" "$ROOT/src/main" "$ROOT/pom.xml"; then
        return
    fi
    say "Building CYBOX (a minute; the first time a few, to fetch its parts) …"
    mkdir -p "$ROOT/target"
    # A running program keeps the old file; writing into it would break that program.
    rm -f "$ROOT/target/cybox.jar"
    touch "$stamp.new"
    mvn_here -q -Dmaven.test.skip=true package >&2 || fail "The build failed; the lines above say where."
    mv "$stamp.new" "$stamp"
}

# Compiles the tests and prints their class path, programs and libraries.
test_class_path() {
    mvn_here -q test-compile dependency:build-classpath \
        -Dmdep.includeScope=test -Dmdep.outputFile="$ROOT/target/test-class-path" >&2 ||
        fail "The build failed; the lines above say where."
    printf '%s:%s:%s' "$ROOT/target/test-classes" "$ROOT/target/classes" "$(cat "$ROOT/target/test-class-path")"
}

# Sets CYBOX_CHROMIUM to a Chromium or Chrome for the browser tests.
find_chromium() {
    local class_path
    CYBOX_CHROMIUM=$(chromium_on_this_machine)
    if [ -z "$CYBOX_CHROMIUM" ] && is_root_on_debian; then
        install_debian chromium || true
        CYBOX_CHROMIUM=$(chromium_on_this_machine)
    fi
    if [ -z "$CYBOX_CHROMIUM" ]; then
        say "Getting a Chromium with Playwright …"
        class_path=$(test_class_path)
        "$JAVA_HOME/bin/java" -cp "$class_path" com.microsoft.playwright.CLI install chromium >&2 || true
        CYBOX_CHROMIUM=$(chromium_on_this_machine)
    fi
    [ -n "$CYBOX_CHROMIUM" ] ||
        fail "The browser tests need Chromium: please install it or set CHROMIUM to its program."
    export CYBOX_CHROMIUM
}

chromium_on_this_machine() {
    local candidate
    for candidate in "${CYBOX_CHROMIUM:-}" "${CHROMIUM:-}" \
        chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Chromium.app/Contents/MacOS/Chromium" \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
        "$HOME"/.cache/ms-playwright/chromium-*/chrome-linux*/chrome \
        "$HOME"/Library/Caches/ms-playwright/chromium-*/chrome-mac*/*.app/Contents/MacOS/*; do
        if [ -n "$candidate" ] && command -v "$candidate" >/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    return 0
}

# Screenshots of Arabic pages need a font for it.
find_fonts() {
    if is_root_on_debian && ! { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=ar 2>/dev/null)" ]; }; then
        install_debian fontconfig fonts-noto-core || say "No Arabic font could be installed; screenshots will lack it."
    fi
}
