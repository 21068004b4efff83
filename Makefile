# Every target says what it does; `make help` lists them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

JOBS ?= $(shell nproc)
SEEDS ?= 10000
FIRST ?= 1
RELEASE := -c release --static-swift-stdlib

BUILD_PACKAGES := libssl-dev libnghttp2-dev libyaml-dev libsqlite3-dev libvirt-dev libxml2-dev libarchive-dev \
	libnftables-dev libnl-route-3-dev libxml2-utils zlib1g-dev pkg-config
# What runs guests on one machine: a container runtime with its helpers, libvirt and QEMU.
RUN_PACKAGES := libvirt-daemon libvirt-daemon-driver-qemu qemu-system-x86 qemu-utils crun runc conmon \
	containernetworking-plugins skopeo umoci busybox-static iproute2 iptables nftables
BENCH_PACKAGES := nghttp2-client nghttp2-server

.PHONY: help deps deps-bench build guest run test lint bench generate clean simulate e2e e2e-kube \
	e2e-launcher e2e-guest deps-run

help: ## list the targets
	@grep -E '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## (.*)/  make \1|\2/' | column -t -s '|'

deps: ## install the Debian packages that the build needs (nothing to do: says nothing)
	@command -v swift >/dev/null || { \
	  echo "Swift is missing: install Swift 6.2 or newer (https://www.swift.org/install/linux/) and put it on PATH." >&2; \
	  exit 1; }
	@.ci/install-packages $(BUILD_PACKAGES)

deps-bench: deps ## install what `make bench` needs besides
	@.ci/install-packages $(BENCH_PACKAGES)

build: deps ## build the release executables
	swift build $(RELEASE) -j $(JOBS) --product virt-api
	swift build $(RELEASE) -j $(JOBS) --product virt-controller
	swift build $(RELEASE) -j $(JOBS) --product virt-handler
	swift build $(RELEASE) -j $(JOBS) --product virtctl
	swift build $(RELEASE) -j $(JOBS) --product swift-virt
	swift build $(RELEASE) -j $(JOBS) --product virt-launcher
	swift build $(RELEASE) -j $(JOBS) --product container-disk
	swift build $(RELEASE) -j $(JOBS) --product virt-launcher-monitor
	swift build $(RELEASE) -j $(JOBS) --product virt-tail
	swift build $(RELEASE) -j $(JOBS) --product virt-probe

GUEST := .build/guest/disk.qcow2

guest: $(GUEST) ## build the small bootable guest of the tests, from Debian packages

$(GUEST): Tests/EndToEnd/guest/build.sh
	@.ci/install-packages qemu-utils
	Tests/EndToEnd/guest/build.sh $(@D)

deps-run: deps ## install what guests need to run on this machine
	@.ci/install-packages $(RUN_PACKAGES)

run: build deps-run guest ## start swift-virt and the walkthrough's machine in it, up to its login prompt, and leave both running
	@Tests/EndToEnd/run/standalone.sh .build/release/swift-virt .build/release/virtctl $(GUEST)

test: deps ## run the unit tests and the conformance records (no root, no network needed)
	swift build --build-tests -j $(JOBS)
	swift test --skip-build
	swift build -j $(JOBS) --product simulation
	.build/debug/simulation --seeds 100
	@if [ -x Tests/Conformance/run.sh ]; then Tests/Conformance/run.sh; fi

lint: ## check the formatting and the rules of .swift-format
	@git ls-files -z -- Package.swift 'Sources/*.swift' 'Tests/*.swift' | grep -zv '/Generated/' \
	  | xargs -0 swift format lint --strict --parallel --configuration .swift-format
	@echo "lint: no findings"

bench: deps-bench build ## measure the budgets (not part of the continuous integration)
	@Tests/Benchmarks/run.sh .build/release/virt-api .build/release/virt-controller .build/release/virtctl
	@Tests/Benchmarks/standalone.sh .build/release/swift-virt
	@Tests/Benchmarks/controllers.sh .build/release/swift-virt .build/release/virt-controller

generate: deps ## write the generated sources and manifests again from openapi/
	swift run -j $(JOBS) openapi-generator

clean: ## remove what the build made
	rm -rf .build

simulate: deps ## run the controllers over thousands of random orders of events (SEEDS, FIRST)
	swift build $(RELEASE) -j $(JOBS) --product simulation
	@share=$$(( ($(SEEDS) + $(JOBS) - 1) / $(JOBS) )); runs=(); status=0; \
	for (( job = 0; job < $(JOBS); job++ )); do \
	  .build/release/simulation --first $$(( $(FIRST) + job * share )) --seeds $$share & runs+=($$!); \
	done; \
	for run in "$${runs[@]}"; do wait "$$run" || status=1; done; exit $$status

e2e-kube: build ## run the end-to-end cases against a real kube-apiserver
	@Tests/EndToEnd/kube/run.sh .build/release/virt-api .build/release/virt-controller .build/release/virtctl

e2e: build deps-run ## compare swift-virt with a real kube-apiserver, and run kubectl and the Python client against it
	@Tests/EndToEnd/standalone/run.sh .build/release/swift-virt .build/release/virt-api .build/release/virtctl

e2e-guest: build deps-run guest ## run real guests in swift-virt with kubectl and virtctl (root)
	@Tests/EndToEnd/guest/run.sh .build/release/swift-virt .build/release/virtctl $(GUEST)

e2e-launcher: build deps-run guest ## run virt-launcher with a real libvirt and real guests in containers of its own (root)
	@Tests/EndToEnd/launcher/run.sh .build/release/virt-launcher .build/guest
	@Tests/EndToEnd/launcher/programs.sh .build/release/container-disk .build/release/virt-launcher-monitor
