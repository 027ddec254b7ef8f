{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Registrar un cambio de {{NOMBRE}}</h1>
<p class="lead">{{TIPO_DOCUMENTO}} {{DOCUMENTO}} · {{ENTIDAD}}. El periodo actual empezó el {{DESDE}}.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Registre algo que cambió de verdad desde una fecha: unidad, puesto, régimen o jefe. El periodo actual termina el día anterior y empieza uno nuevo; la historia se conserva. Las tareas por hacer se ajustan al plan; las hechas quedan. Si un dato estaba mal escrito, use «Corregir un dato».</p></details>
{{#CESADO}}<div class="alerta"><p>El vínculo terminó el {{FECHA_CESE}}: no se pueden registrar más cambios. <a href="/servidor/{{ID}}/corregir">Corregir un dato</a> · <a href="/servidor/{{ID}}/ficha">Volver a la ficha</a></p></div>
{{/CESADO}}{{#NO_CESADO}}{{#HAY_CONFLICTO}}<div class="alerta"><h2>Esto es lo que hay guardado ahora</h2>
<dl class="ficha">
{{#CONFLICTO}}<div><dt>{{DATO}}</dt><dd>{{GUARDADO}}</dd></div>
{{/CONFLICTO}}</dl></div>
{{/HAY_CONFLICTO}}<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_VERSION}}
{{>CAMPO_DESDE}}
<fieldset><legend><h2>Cómo queda desde esa fecha</h2></legend>
{{>CAMPO_PUESTO}}
<div class="fila">{{>CAMPO_ORGANO_ID}}{{>CAMPO_ORGANO_NOMBRE}}</div>
{{>CAMPO_JEFE_NOMBRE}}
{{#ELEGIR_JEFE}}{{>CAMPO_JEFE_ID}}
{{/ELEGIR_JEFE}}<div class="fila">{{>CAMPO_REGIMEN}}{{>CAMPO_MODALIDAD}}</div>
<div class="fila">{{>CAMPO_GRUPO}}{{>CAMPO_TIPO_CONTRATO}}{{>CAMPO_CONDICION}}</div>
{{>CAMPO_ES_CONFIANZA}}
</fieldset>
{{>CAMPO_DOCUMENTO_SUSTENTO}}
{{>CAMPO_MOTIVO}}
<div class="acc"><button>Registrar el cambio</button> <a href="/servidor/{{ID}}/ficha">Cancelar</a></div>
</form>
{{/NO_CESADO}}
