"""Plain objects through the API itself: every verb, every answer."""


def config(name, **data):
    return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": name}, "data": data}


MAPS = "/api/v1/namespaces/NS/configmaps"


def scenario_create_get_update_delete(s):
    s.request("create", "POST", MAPS, config("a", one="1"))
    s.request("create again", "POST", MAPS, config("a", one="1"))
    _, stored = s.request("get", "GET", MAPS + "/a")
    s.request("get missing", "GET", MAPS + "/b")
    changed = dict(stored, data={"one": "2"})
    s.request("update", "PUT", MAPS + "/a", changed)
    s.request("update with an old version", "PUT", MAPS + "/a", changed)
    s.request("update without a version", "PUT", MAPS + "/a", config("a", one="3"))
    s.request("update under another name", "PUT", MAPS + "/a", config("b", one="3"))
    s.request("update missing", "PUT", MAPS + "/b", dict(config("b"), metadata={"name": "b", "resourceVersion": "1"}))
    s.request("delete with a wrong uid", "DELETE", MAPS + "/a", {"preconditions": {"uid": "x"}})
    s.request("delete", "DELETE", MAPS + "/a")
    s.request("delete again", "DELETE", MAPS + "/a")


def scenario_refused_objects(s):
    s.request("no name", "POST", MAPS, {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {}})
    s.request("bad name", "POST", MAPS, config("Not_A_Name"))
    s.request("other namespace", "POST", MAPS, dict(config("a"), metadata={"name": "a", "namespace": "other"}))
    s.request("missing namespace", "POST", "/api/v1/namespaces/nowhere/configmaps", config("a"))
    s.request("other kind", "POST", MAPS, {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "a"}})
    s.request("other version", "POST", MAPS, {"apiVersion": "v2", "kind": "ConfigMap", "metadata": {"name": "a"}})
    s.request("bad labels", "POST", MAPS,
              dict(config("a"), metadata={"name": "a", "labels": {"a b": "c"}, "annotations": {"/": "x"}}))
    s.request("bad owner", "POST", MAPS,
              dict(config("a"), metadata={"name": "a", "ownerReferences": [{"apiVersion": "v1", "kind": "Pod", "name": "x"}]}))
    s.request("bad finalizer", "POST", MAPS, dict(config("a"), metadata={"name": "a", "finalizers": ["noslash"]}))
    s.request("bad keys", "POST", MAPS, config("a", **{"a/b": "c"}))
    status, _, _ = s.send("POST", MAPS.replace("NS", s.namespace), "{")
    s.record("not JSON", {"status": status})
    status, _, _ = s.send("POST", MAPS.replace("NS", s.namespace), "", {"Content-Type": "text/plain"})
    s.record("other content type", {"status": status})
    s.request("wrong type", "POST", MAPS, {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}, "data": 1},
              keep=lambda value: {key: value.get(key) for key in ("code", "reason", "status")})


def scenario_generated_names(s):
    body = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"generateName": "made-"}}
    status, _, value = s.send("POST", MAPS.replace("NS", s.namespace), body)
    name = value["metadata"]["name"]
    s.record("made", {"status": status, "length": len(name), "begin": name[:5]})


def scenario_patches(s):
    s.request("create", "POST", MAPS, config("a", one="1", two="2"))

    def patch(step, kind, body, path="/a"):
        s.request(step, "PATCH", MAPS + path, body, {"Content-Type": f"application/{kind}+json"})

    patch("merge", "merge-patch", {"data": {"one": None, "three": "3"}})
    patch("json", "json-patch", [{"op": "test", "path": "/data/two", "value": "2"},
                                 {"op": "replace", "path": "/data/two", "value": "22"}])
    patch("json test fails", "json-patch", [{"op": "test", "path": "/data/two", "value": "x"}])
    patch("strategic", "strategic-merge-patch", {"metadata": {"labels": {"a": "b"}}, "data": {"$patch": "replace", "z": "1"}})
    patch("nothing changed", "merge-patch", {"metadata": {"labels": {"a": "b"}}})
    patch("missing", "merge-patch", {}, "/b")
    patch("name changed", "merge-patch", {"metadata": {"name": "b"}})
    patch("old version", "merge-patch", {"metadata": {"resourceVersion": "1"}, "data": {"x": "y"}})
    s.request("unknown patch", "PATCH", MAPS + "/a", {}, {"Content-Type": "application/json"})


def scenario_lists(s):
    for index in range(7):
        s.send("POST", MAPS.replace("NS", s.namespace),
               {"apiVersion": "v1", "kind": "ConfigMap",
                "metadata": {"name": f"m{index}", "labels": {"even": str(index % 2 == 0).lower(), "n": str(index)}}})

    def items(value):
        mine = [item for item in value.get("items", []) if item["metadata"]["name"].startswith("m")]
        return {"kind": value["kind"], "apiVersion": value["apiVersion"],
                "metadata": {key: member if key == "remainingItemCount" else "SET" for key, member in value["metadata"].items()
                             if key != "selfLink" and member},
                "items": mine}

    s.request("all", "GET", MAPS + "?labelSelector=n", keep=items)
    s.request("by label", "GET", MAPS + "?labelSelector=even%3Dtrue", keep=items)
    s.request("by set", "GET", MAPS + "?labelSelector=n%20in%20(1,2),even!%3Dtrue", keep=items)
    s.request("by name", "GET", MAPS + "?fieldSelector=metadata.name%3Dm3", keep=items)
    s.request("unknown field", "GET", MAPS + "?fieldSelector=data.x%3Dy")
    s.request("bad selector", "GET", MAPS + "?labelSelector=a%20b")
    names, token = [], ""
    while True:
        _, _, page = s.send("GET", MAPS.replace("NS", s.namespace) + f"?limit=3&continue={token}")
        names.append([item["metadata"]["name"] for item in page["items"]])
        token = page["metadata"].get("continue", "")
        if not token:
            break
    s.record("pages", [name for page in names for name in page if name.startswith("m")])
    s.request("bad token", "GET", MAPS + "?limit=3&continue=zzz")
    s.request("bad limit", "GET", MAPS + "?limit=x")
    s.request("delete some", "DELETE", MAPS + "?labelSelector=even%3Dtrue", keep=lambda value: {
        "kind": value["kind"], "names": [item["metadata"]["name"] for item in value.get("items", [])]})
    s.request("what is left", "GET", MAPS + "?labelSelector=n", keep=items)


def scenario_dry_run(s):
    s.request("create", "POST", MAPS + "?dryRun=All", config("a", one="1"))
    s.request("not there", "GET", MAPS + "/a")
    s.request("bad value", "POST", MAPS + "?dryRun=Some", config("a"))
    s.request("really", "POST", MAPS, config("a", one="1"))
    s.request("patch", "PATCH", MAPS + "/a?dryRun=All", {"data": {"one": "2"}},
              {"Content-Type": "application/merge-patch+json"})
    s.request("delete", "DELETE", MAPS + "/a?dryRun=All")
    s.request("unchanged", "GET", MAPS + "/a")


def scenario_finalizers(s):
    s.request("create", "POST", MAPS, dict(config("a"), metadata={"name": "a", "finalizers": ["example.com/hold"]}))
    s.request("delete", "DELETE", MAPS + "/a")
    s.request("still there", "GET", MAPS + "/a")
    s.request("add another", "PATCH", MAPS + "/a", {"metadata": {"finalizers": ["example.com/hold", "example.com/more"]}},
              {"Content-Type": "application/merge-patch+json"})
    s.request("let go", "PATCH", MAPS + "/a", {"metadata": {"finalizers": None}},
              {"Content-Type": "application/merge-patch+json"})
    s.request("gone", "GET", MAPS + "/a")


def scenario_owners(s):
    def child(name, owner, **more):
        return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": name, "ownerReferences": [
            {"apiVersion": "v1", "kind": "ConfigMap", "name": owner["metadata"]["name"], "uid": owner["metadata"]["uid"], **more}]}}

    maps = MAPS.replace("NS", s.namespace)

    def gone(name):
        return lambda: s.send("GET", f"{maps}/{name}")[0] == 404

    for policy in ("Background", "Foreground", "Orphan"):
        _, _, owner = s.send("POST", maps, config("owner-" + policy.lower()))
        _, _, middle = s.send("POST", maps, child("middle-" + policy.lower(), owner, blockOwnerDeletion=True))
        s.send("POST", maps, child("leaf-" + policy.lower(), middle))
        name = owner["metadata"]["name"]
        s.request(f"delete {policy}", "DELETE", f"{MAPS}/{name}", {"propagationPolicy": policy})
        outcome = {"owner": s.eventually(gone(name), 30)}
        expected_gone = policy != "Orphan"
        if expected_gone:
            outcome["middle"] = s.eventually(gone("middle-" + policy.lower()), 30)
            outcome["leaf"] = s.eventually(gone("leaf-" + policy.lower()), 30)
        else:
            outcome["middle owners"] = s.eventually(
                lambda: not s.send("GET", f"{maps}/middle-orphan")[2]["metadata"].get("ownerReferences"), 30)
        s.record(f"after {policy}", outcome)


def scenario_watches(s):
    _, first = s.request("begin", "POST", MAPS, dict(config("a", x="1"), metadata={"name": "a", "labels": {"on": "yes"}}))
    version = first["metadata"]["resourceVersion"]
    maps = MAPS.replace("NS", s.namespace)

    def act():
        s.send("POST", maps, config("b"))
        merge = {"Content-Type": "application/merge-patch+json"}
        s.send("PATCH", maps + "/a", {"metadata": {"labels": {"on": "no"}}}, merge)
        s.send("PATCH", maps + "/a", {"data": {"x": "2"}}, merge)
        s.send("PATCH", maps + "/a", {"metadata": {"labels": {"on": "yes"}}}, merge)
        s.send("DELETE", maps + "/a")
        s.send("DELETE", maps + "/b")

    s.watch("all", f"{MAPS}?watch=1&resourceVersion={version}&timeoutSeconds=10", act, 6)
    # The same past again, through a selector, by name.
    s.watch("with a label", f"{MAPS}?watch=1&resourceVersion={version}&labelSelector=on%3Dyes&timeoutSeconds=5", lambda: None, 3)
    s.watch("one name", f"{MAPS}?watch=1&resourceVersion={version}&fieldSelector=metadata.name%3Db&timeoutSeconds=5",
            lambda: None, 2)
    s.request("too old", "GET", MAPS + "?watch=1&resourceVersion=1&timeoutSeconds=2",
              keep=lambda value: "")


def scenario_namespaces(s):
    name = s.namespace + "-x"
    s.made(name, "EXTRA")
    s.request("create", "POST", "/api/v1/namespaces", {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name}})
    s.send("POST", f"/api/v1/namespaces/{name}/configmaps", config("inside"))
    s.send("POST", f"/api/v1/namespaces/{name}/configmaps",
           dict(config("held"), metadata={"name": "held", "finalizers": ["example.com/hold"]}))
    s.request("delete", "DELETE", f"/api/v1/namespaces/{name}")
    s.eventually(lambda: s.send("GET", f"/api/v1/namespaces/{name}/configmaps/inside")[0] == 404, 30)
    s.request("nothing new", "POST", f"/api/v1/namespaces/{name}/configmaps", config("late"))
    s.send("PATCH", f"/api/v1/namespaces/{name}/configmaps/held", {"metadata": {"finalizers": None}},
           {"Content-Type": "application/merge-patch+json"})
    s.record("gone", s.eventually(lambda: s.send("GET", f"/api/v1/namespaces/{name}")[0] == 404, 60))
    s.request("the default one", "DELETE", "/api/v1/namespaces/default")
