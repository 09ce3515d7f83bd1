package iamlint

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/iamlint/iamlint/parse"
)

// configNames are what the configuration file may be called.
var configNames = []string{".iamlint.yaml", ".iamlint.yml"}

// FindConfig returns the path of the nearest configuration file: the one in the
// directory or upward from it, as far as the root of the git work tree. Outside
// of one, only the directory itself counts. The path is empty if there is none.
func FindConfig(dir string) (string, error) {
	start, err := absolute(dir)
	if err != nil {
		return "", fmt.Errorf("find configuration: %w", err)
	}
	if real, err := filepath.EvalSymlinks(start); err == nil {
		start = real
	}
	root, ok := parse.WorkTree(start)
	if !ok {
		root = start
	}
	for at := start; ; at = filepath.Dir(at) {
		if path, err := configIn(at, root); path != "" || err != nil {
			return path, err
		}
		if at == root || at == filepath.Dir(at) {
			return "", nil
		}
	}
}

// configIn returns the configuration file in one directory, if there is one.
func configIn(dir, root string) (string, error) {
	var found string
	for _, name := range configNames {
		path := filepath.Join(dir, name)
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if found != "" {
			return "", fmt.Errorf("there are two configuration files in %s, %s and %s: remove one", dir, configNames[0], configNames[1])
		}
		found = path
	}
	if found == "" {
		return "", nil
	}
	// What is linted may be hostile: its configuration must not be a way to have
	// another file read, and quoted in a message.
	real, err := filepath.EvalSymlinks(found)
	if err != nil {
		return "", fmt.Errorf("read configuration: %w", err)
	}
	if !strings.HasPrefix(real, strings.TrimSuffix(root, string(filepath.Separator))+string(filepath.Separator)) {
		return "", fmt.Errorf("the configuration file %s is a link that leaves %s", found, root)
	}
	if info, err := os.Stat(real); err == nil && !info.Mode().IsRegular() {
		return "", fmt.Errorf("the configuration file %s is no regular file", found)
	}
	return found, nil
}

// maxConfig is how large a configuration file may be, in bytes.
const maxConfig = 1 << 20

// ReadConfig reads a configuration file. What is wrong with its content is a
// [*ConfigError].
func ReadConfig(path string) (*Config, error) {
	text, err := readConfigFile(path)
	if err != nil {
		return nil, fmt.Errorf("read configuration %s: %w", path, err)
	}
	return parseConfig(path, text)
}

func readConfigFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fs.ErrNotExist
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil {
		return nil, err
	} else if info.IsDir() {
		return nil, errors.New("it is a directory")
	}
	text, err := io.ReadAll(io.LimitReader(f, maxConfig+1))
	if err == nil && len(text) > maxConfig {
		err = fmt.Errorf("it is larger than %d bytes", maxConfig)
	}
	return text, err
}
