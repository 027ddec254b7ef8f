{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Corregir un contacto</h1>
<p class="lead">{{ENTIDAD}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Escriba el contacto como debió quedar. Lo que anotó antes no se borra: queda marcado como corregido, y desde ahora cuenta el nuevo. Un compromiso se cambia en su propia página.</p></details>
{{#CORREGIBLE}}<form method="post" novalidate>
{{>CSRF}}
<div class="fila">{{>CAMPO_FECHA}}{{>CAMPO_CANAL}}{{>CAMPO_CON_QUIEN}}</div>
{{>CAMPO_TEMA}}
{{>CAMPO_NOTA}}
<div class="acc"><button>Guardar la corrección</button> <a href="/seguimiento/{{ENTIDAD_ID}}/entidad">Cancelar</a></div>
</form>
{{/CORREGIBLE}}{{#NO_CORREGIBLE}}<div class="nota"><p>Solo corrige quien lo anotó, y una vez. <a href="/seguimiento/{{ENTIDAD_ID}}/entidad">Volver a la entidad</a></p></div>
{{/NO_CORREGIBLE}}
