{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Corregir un dato de {{NOMBRE}}</h1>
<p class="lead">{{TIPO_DOCUMENTO}} {{DOCUMENTO}} · {{ENTIDAD}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Arregle un dato que estaba mal escrito desde el comienzo. El valor anterior queda en la historia, con su nombre y el motivo. Si el dato cambió después, use «Registrar un cambio». El número de documento lo corrige SERVIR.</p></details>
{{#HAY_CONFLICTO}}<div class="alerta"><h2>Esto es lo que hay guardado ahora</h2>
<dl class="ficha">
{{#CONFLICTO}}<div><dt>{{DATO}}</dt><dd>{{GUARDADO}}</dd></div>
{{/CONFLICTO}}</dl></div>
{{/HAY_CONFLICTO}}<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_VERSION}}
{{>CAMPO_MOTIVO}}
<fieldset><legend><h2>Persona</h2></legend>
{{#CON_IDENTIDAD}}<div class="fila">{{>CAMPO_APELLIDO_PATERNO}}{{>CAMPO_APELLIDO_MATERNO}}</div>
{{>CAMPO_NOMBRES}}
{{#ES_DNI}}{{>CAMPO_DIGITO}}
{{/ES_DNI}}<div class="fila">{{>CAMPO_SEXO}}{{>CAMPO_FECHA_NACIMIENTO}}</div>
{{/CON_IDENTIDAD}}{{#NO_CON_IDENTIDAD}}<input type="hidden" name="nombres" value="{{NOMBRES}}">
<input type="hidden" name="apellido_paterno" value="{{APELLIDO_PATERNO}}">
<input type="hidden" name="apellido_materno" value="{{APELLIDO_MATERNO}}">
{{#COMPARTIDA}}<div class="nota"><p>Otra entidad también tiene a esta persona hoy, así que sus nombres, sexo y fecha de nacimiento los corrige SERVIR. Pídaselo por su mesa de ayuda, con el número de documento.</p></div>
{{/COMPARTIDA}}{{/NO_CON_IDENTIDAD}}{{#CON_CONTACTO}}<div class="fila">{{>CAMPO_CORREO}}{{>CAMPO_CELULAR}}</div>
{{/CON_CONTACTO}}{{#NO_CON_CONTACTO}}<div class="nota"><p>El vínculo terminó: aquí solo se corrigen los datos del vínculo.</p></div>
{{/NO_CON_CONTACTO}}</fieldset>
<fieldset><legend><h2>Vínculo</h2></legend>
<div class="fila">{{>CAMPO_FECHA_INGRESO}}{{>CAMPO_FECHA_INICIO_PUESTO}}</div>
{{>CAMPO_PUESTO}}
<div class="fila">{{>CAMPO_ORGANO_ID}}{{>CAMPO_ORGANO_NOMBRE}}</div>
{{>CAMPO_JEFE_NOMBRE}}
{{#ELEGIR_JEFE}}{{>CAMPO_JEFE_ID}}
{{/ELEGIR_JEFE}}<div class="fila">{{>CAMPO_REGIMEN}}{{>CAMPO_MODALIDAD}}</div>
<div class="fila">{{>CAMPO_GRUPO}}{{>CAMPO_TIPO_CONTRATO}}{{>CAMPO_CONDICION}}</div>
{{>CAMPO_DOCUMENTO_SUSTENTO}}
{{>CAMPO_ES_CONFIANZA}}
{{>CAMPO_PRIMER_INGRESO}}
</fieldset>
<div class="acc"><button>Guardar la corrección</button> <a href="/servidor/{{ID}}/ficha">Cancelar</a></div>
</form>
