{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Datos abiertos</h1>
<p class="lead">El archivo que SERVIR publica: veinte columnas, una fila por persona y sin su identidad.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Elija la edición y descargue a quienes terminaron o dejaron la inducción general al Estado, con las columnas de «Servidores civiles capacitados». El documento y el nombre salen enmascarados. La descarga queda anotada.</p></details>
<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_EDICION}}
{{>CAMPO_FORMATO}}
<div class="acc"><button>Descargar el archivo</button> <a href="/cifras/tablero">Volver a las cifras</a></div>
</form>
<div class="nota"><p>El área, el nombre, las horas, la modalidad y la convocatoria son ajustes del portal. Las horas salen vacías mientras SERVIR no las fije.</p></div>
